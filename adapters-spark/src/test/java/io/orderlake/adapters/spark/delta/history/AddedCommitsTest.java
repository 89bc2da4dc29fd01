package io.orderlake.adapters.spark.delta.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.adapters.spark.delta.Probe;
import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.Test;

/**
 * What a reader finds that follows a table's commits, when its log was cleaned or its files joined.
 */
class AddedCommitsTest {
  private final Probe probe = new Probe();

  @Test
  void whoever_begins_when_the_early_log_is_gone_reads_the_table_as_it_is() throws IOException {
    long last = cleanedLog();

    assertThat(probe.table.history().addedAfter(-1, last))
        .singleElement()
        .satisfies(
            whole -> {
              assertThat(whole.version()).isEqualTo(last);
              assertThat(whole.records()).isEqualTo(8);
            });
    assertThat(probe.table.history().addedAfter(-1, last - 1))
        .extracting(AddedFiles::records)
        .containsExactly(7L);
    assertThat(probe.table.history().addedAfter(last - 2, last))
        .extracting(AddedFiles::records)
        .containsOnly(1L);
  }

  @Test
  void whoever_has_read_a_part_is_told_that_the_commits_that_follow_are_gone() throws IOException {
    long last = cleanedLog();
    for (long upTo : List.of(2L, last)) {
      assertThatThrownBy(() -> probe.table.history().addedAfter(0, upTo))
          .isInstanceOfSatisfying(
              LakeFailure.class, failure -> assertThat(failure.retryable()).isFalse())
          .hasMessageContaining("commit 1 is gone")
          .hasMessageContaining("remove the projection's table");
    }
  }

  @Test
  void whoever_has_read_a_part_is_told_that_a_file_that_follows_is_gone() throws IOException {
    long first = probe.append(-1, 0, "a");
    long second = probe.append(0, 1, "b");
    DataFile added = probe.table.history().addedAfter(first, second).get(0).files().get(0);
    Files.delete(probe.folder().resolve(added.path()));
    DeltaLog log = DeltaLog.forTable(TestSpark.session(), probe.folder().toString());
    AddActions files = new AddActions("day", probe.folder().toString(), probe.folder().toString());
    AddedCommits commits = new AddedCommits(log, files, new ReadCommits(log, files), Duration.ZERO);

    assertThatThrownBy(() -> commits.between(first, second))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining(added.path())
        .hasMessageContaining("is gone");
  }

  @Test
  void whoever_begins_after_files_were_joined_reads_them_joined() {
    probe.append(-1, 0, "a");
    probe.append(0, 1, "b");
    long joined = probe.rearrange(probe.table, probe.table.live(), "a", "b");
    long last = probe.append(1, 2, "c");

    assertThat(probe.table.history().addedAfter(-1, last))
        .singleElement()
        .satisfies(whole -> assertThat(whole.files()).hasSize(2));
    assertThat(probe.table.history().addedAfter(-1, joined - 1)).hasSize((int) joined);
    assertThat(probe.table.history().addedAfter(joined - 2, last))
        .extracting(AddedFiles::records)
        .containsExactly(1L, 0L, 1L);
  }

  /** Eight rows in as many commits, of which the first four are gone from the log. */
  private long cleanedLog() throws IOException {
    long last = 0;
    for (long i = 0; i < 8; i++) {
      last = probe.append(i - 1, i, "n" + i);
    }
    for (int version = 0; version < 4; version++) {
      Files.delete(
          probe.folder().resolve(String.format(Locale.ROOT, "_delta_log/%020d.json", version)));
    }
    return last;
  }
}
