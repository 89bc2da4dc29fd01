package io.orderlake.application.audit.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
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
    offsets.forEach(
        offset -> run.add(new SourcePosition("orders", 0, offset), BronzeRecord.NOT_NOTED));
    run.end();
    return told(ledger, accepted, TreeMap.empty());
  }

  private static String told(
      OffsetLedger ledger, SortedSet<OffsetGap> accepted, SortedMap<TopicPartition, Long> ends) {
    Findings findings = new Findings();
    ledger.report(findings, accepted, ends);
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

  /** Records as offset and the number of empty offsets noted before it. */
  private static String noted(long end, long[]... records) {
    OffsetLedger ledger = new OffsetLedger();
    OffsetLedger.Run run = ledger.run();
    for (long[] record : records) {
      run.add(new SourcePosition("orders", 0, record[0]), record[1]);
    }
    run.end();
    return told(ledger, TreeSet.empty(), TreeMap.of(new TopicPartition("orders", 0), end));
  }

  private static long[] record(long offset, long emptyBefore) {
    return new long[] {offset, emptyBefore};
  }

  @Test
  void offsets_of_which_is_noted_that_they_hold_no_record_are_no_gap() {
    assertThat(noted(10, record(3, 1), record(4, 0), record(9, 4))).isEmpty();
    assertThat(noted(10, record(9, 4), record(4, 0), record(3, 1))).isEmpty();
  }

  @Test
  void a_lost_record_is_missing_with_what_it_notes() {
    assertThat(noted(10, record(3, 1), record(9, 3))).isEqualTo("offsets_missing 2;");
    assertThat(noted(10, record(9, 3), record(3, 1))).isEqualTo("offsets_missing 2;");
  }

  @Test
  void a_lost_last_record_is_missing() {
    assertThat(noted(10, record(3, 1), record(4, 0))).isEqualTo("offsets_missing 5;");
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
