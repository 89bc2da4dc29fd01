package io.orderlake.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {
  private static String report(List<Long> offsets) {
    return report(offsets, TreeSet.empty());
  }

  private static String report(List<Long> offsets, SortedSet<OffsetGap> accepted) {
    OffsetLedger ledger = new OffsetLedger();
    OffsetLedger.Run run = ledger.run();
    offsets.forEach(offset -> run.add(new SourcePosition("orders", 0, offset)));
    run.end();
    Findings findings = new Findings();
    ledger.report(findings, accepted);
    StringBuilder told = new StringBuilder();
    findings
        .settled()
        .forEach(d -> told.append(d.kind().code()).append(' ').append(d.count()).append(';'));
    return told.toString();
  }

  @Test
  void of_a_gap_only_what_nobody_has_accepted_is_counted() {
    List<Long> offsets = List.of(5L, 6L, 20L, 21L, 30L);

    assertThat(report(offsets, TreeSet.of(gap(0, 7, 20), gap(0, 22, 30)))).isEmpty();
    assertThat(report(offsets, TreeSet.of(gap(0, 7, 20)))).isEqualTo("offsets_missing 8;");
    assertThat(report(offsets, TreeSet.of(gap(0, 8, 12), gap(0, 15, 19))))
        .isEqualTo("offsets_missing 13;");
    assertThat(report(offsets, TreeSet.of(gap(1, 7, 20)))).isEqualTo("offsets_missing 21;");
    assertThat(report(offsets, TreeSet.of(gap(0, 0, 40)))).isEmpty();
  }

  private static OffsetGap gap(int partition, long from, long until) {
    return new OffsetGap(new TopicPartition("orders", partition), from, until);
  }

  @Test
  void offsets_in_any_order_without_gaps_are_fine() {
    for (long seed = 1; seed <= 50; seed++) {
      List<Long> offsets = new ArrayList<>();
      for (long offset = 1_000; offset < 1_200; offset++) {
        offsets.add(offset);
      }
      Collections.shuffle(offsets, new Random(seed));
      assertThat(report(offsets)).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void every_gap_and_every_repeat_is_counted() {
    assertThat(report(List.of(5L, 6L, 9L, 10L, 20L))).isEqualTo("offsets_missing 11;");
    assertThat(report(List.of(5L, 6L, 5L, 6L, 7L, 7L))).isEqualTo("offsets_repeated 3;");
    assertThat(report(List.of(7L, 5L, 6L, 7L, 9L)))
        .isEqualTo("offsets_missing 1;offsets_repeated 1;");
  }
}
