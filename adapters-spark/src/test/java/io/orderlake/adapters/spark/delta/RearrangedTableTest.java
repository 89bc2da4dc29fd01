package io.orderlake.adapters.spark.delta;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Files of a table put in the place of others with the same rows. */
class RearrangedTableTest {
  private final Probe probe = new Probe();

  @Test
  void a_rearrangement_adds_no_records_moves_no_position_and_is_read_by_all() {
    probe.append(-1, 0, "a");
    probe.append(0, 1, "b");
    long version = probe.rearrange(probe.table, probe.table.live(), "a", "b");
    probe.append(1, 2, "c");

    probe.assertHolds("a", "b", "c");
    assertThat(probe.table.live()).hasSize(2);
    assertThat(probe.table.position("upstream")).isEqualTo(2);
    assertThat(probe.table.history().addedAfter(version - 1, version).get(0).records()).isZero();
  }

  @Test
  void a_table_that_only_grows_may_be_rearranged_but_nothing_removed_from_it() {
    Probe growing =
        new Probe(
            new TableLayout(
                new TableId("bronze/probe"),
                Probe.LAYOUT.schema(),
                "day",
                Probe.LAYOUT.statistics(),
                Probe.LAYOUT.distinct(),
                Map.of("delta.appendOnly", "true")));
    growing.append(-1, 0, "a");
    growing.append(0, 1, "b");
    List<DataFile> both = growing.table.live();
    growing.rearrange(growing.table, both, "a", "b");

    List<DataFile> joined = growing.table.live();
    assertThat(joined).hasSize(1);
    assertThatThrownBy(
            () ->
                growing.table.commit(
                    new TableCommit(
                        List.of(), joined, Map.of("upstream", 1L), Map.of("upstream", 2L), "")))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("append");
  }

  @Test
  void a_file_that_was_replaced_cannot_be_replaced_again() {
    probe.append(-1, 0, "a");
    probe.append(0, 1, "b");
    List<DataFile> both = probe.table.live();
    LakeTable other = probe.again();
    probe.rearrange(other, both, "a", "b");

    assertThatThrownBy(() -> probe.rearrange(probe.table, both, "a", "b"))
        .isInstanceOfSatisfying(
            LakeFailure.class, failure -> assertThat(failure.retryable()).isTrue())
        .hasMessageContaining("no longer part of the table");
    probe.assertHolds("a", "b");
  }

  @Test
  void of_two_rearrangements_at_once_exactly_one_is_made_and_appends_go_on() throws Exception {
    LakeTable other = probe.again();
    LakeTable growing = probe.again();
    List<String> names = new ArrayList<>(List.of("a"));
    probe.append(-1, 0, "a");
    for (long round = 1; round <= 5; round++) {
      List<DataFile> live = probe.table.live();
      String[] held = names.toArray(String[]::new);
      TableCommit mine = TableCommit.rearranged(probe.written(held), live);
      TableCommit theirs = TableCommit.rearranged(probe.written(held), live);
      TableCommit append =
          TableCommit.append(probe.written("n-" + round), "upstream", round - 1, round, "");
      CountDownLatch start = new CountDownLatch(1);
      ExecutorService threads = Executors.newFixedThreadPool(3);
      Future<Boolean> one = threads.submit(() -> Probe.wins(start, probe.table, mine));
      Future<Boolean> two = threads.submit(() -> Probe.wins(start, other, theirs));
      Future<Boolean> three = threads.submit(() -> Probe.wins(start, growing, append));
      start.countDown();

      assertThat(List.of(one.get(), two.get())).containsExactlyInAnyOrder(true, false);
      assertThat(three.get()).isTrue();
      threads.shutdown();
      names.add("n-" + round);
      probe.assertHolds(names.toArray(String[]::new));
    }
  }
}
