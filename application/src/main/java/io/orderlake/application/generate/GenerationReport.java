package io.orderlake.application.generate;

import io.orderlake.application.delivery.DeliveryCounts;
import java.time.Duration;

/**
 * A generation whose every event was acknowledged.
 *
 * @param counts of its events
 * @param expected what they must come to in the lake
 * @param elapsed from the start until the last acknowledgement
 */
public record GenerationReport(DeliveryCounts counts, ExpectedOutcome expected, Duration elapsed) {
  public double eventsPerSecond() {
    return counts.acknowledged() * 1e9 / Math.max(1, elapsed.toNanos());
  }
}
