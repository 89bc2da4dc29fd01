package io.orderlake.benchmarks.verdict;

import io.orderlake.application.generate.GeneratedOrder;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.OrderGenerator;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.order.RuleSettings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * Records as the product's own generator writes them, the same for the same settings: enough of
 * them that no branch predictor learns them by heart.
 */
final class SampleRecords {
  /** A power of two. */
  static final int COUNT = 1 << 14;

  private static final long SEED = 20_261_124;
  private static final Instant START = Instant.parse("2026-11-22T12:00:00Z");

  private SampleRecords() {}

  /** With the usual defects, repeats, late events and old versions. */
  static BronzeRecord[] usual() {
    return of(GeneratorSettings.seeded(SEED));
  }

  /** Version 2 alone, each valid. */
  static BronzeRecord[] validV2() {
    return of(new GeneratorSettings(SEED, 0, 0, 0, 0.15, RuleSettings.DEFAULTS));
  }

  private static BronzeRecord[] of(GeneratorSettings settings) {
    OrderGenerator generator = new OrderGenerator(settings);
    BronzeRecord[] records = new BronzeRecord[COUNT];
    for (int i = 0; i < COUNT; i++) {
      Instant sent = START.plusMillis(i);
      GeneratedOrder order = generator.next(sent);
      byte[] key = order.key().getBytes(StandardCharsets.UTF_8);
      records[i] =
          new BronzeRecord(
              new BronzeOrder(i, new SourcePosition("orders", 0, i)),
              sent,
              TimestampType.CREATE_TIME,
              new BronzeRecord.Content(key, order.value(), List.of()));
    }
    return records;
  }
}
