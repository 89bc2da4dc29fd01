package io.orderlake.adapters.spark.delta.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.protocol.silver.RefinementCountsJson;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CommitNoteTest {
  @Test
  void a_count_that_is_missing_is_named_with_its_table_and_commit_and_not_taken_for_none() {
    assertIsDamaged(
        () -> counts("{\"read\":1,\"quarantined\":0,\"duplicates\":0}", true),
        "the counts in commit 7 of silver/orders are damaged: the field 'refined' is missing");
  }

  @Test
  void a_count_of_another_type_is_named() {
    assertIsDamaged(
        () -> counts("{\"read\":\"1\"}", true),
        "commit 7 of silver/orders are damaged: read must be a whole number from 0, not \"1\"");
  }

  @Test
  void a_commit_that_moved_a_position_and_says_nothing_is_damaged() {
    assertIsDamaged(() -> counts("", true), "commit 7 of silver/orders are damaged: it is empty");
  }

  @Test
  void a_commit_that_moved_none_has_counted_nothing() {
    assertThat(counts("", false)).isEqualTo(RefinementCounts.ZERO);
  }

  @Test
  void what_was_written_is_read() {
    RefinementCounts written =
        RefinementCounts.ZERO.judgedBy("1-9f86d081").plus(counted(new Conservation(3, 1, 1, 1)));
    assertThat(counts(RefinementCountsJson.write(written), true)).isEqualTo(written);
  }

  private static RefinementCounts counted(Conservation sums) {
    return new RefinementCounts(
        sums,
        RefinementCounts.ZERO.warnings(),
        RefinementCounts.ZERO.warnings(),
        RefinementCounts.ZERO.halts());
  }

  private static RefinementCounts counts(String metadata, boolean moves) {
    return new CommitNote(7, metadata, moves)
        .counts(TableId.SILVER_ORDERS, RefinementCounts.ZERO, RefinementCountsJson::read);
  }

  private static void assertIsDamaged(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
        .hasMessageContaining(message)
        .hasMessageContaining("restore that file of the table's log from a backup");
  }
}
