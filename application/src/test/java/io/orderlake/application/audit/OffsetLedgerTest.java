package io.orderlake.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.SourcePosition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OffsetLedgerTest {
  private static String report(List<Long> offsets) {
    OffsetLedger ledger = new OffsetLedger();
    OffsetLedger.Run run = ledger.run();
    offsets.forEach(offset -> run.add(new SourcePosition("orders", 0, offset)));
    run.end();
    Findings findings = new Findings();
    ledger.report(findings);
    StringBuilder told = new StringBuilder();
    findings
        .settled()
        .forEach(d -> told.append(d.kind().code()).append(' ').append(d.count()).append(';'));
    return told.toString();
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
