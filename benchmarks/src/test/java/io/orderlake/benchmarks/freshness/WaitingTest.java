package io.orderlake.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.orderlake.benchmarks.freshness.Acknowledgements.Acknowledged;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class WaitingTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  /** Acknowledged at 1, 2 and 6 s; counted at 4 and at 7 s. */
  private final Waiting waiting =
      Waiting.of(
          java.util.List.of(event(2, 6), event(0, 1), event(1, 2)),
          List.of(publication(4, 2), publication(7, 3)));

  private static Acknowledged event(long offset, double second) {
    return new Acknowledged(new SourcePosition("orders", 0, offset), at(second));
  }

  private static Publication publication(double second, long next) {
    return new Publication(next, at(second), TreeMap.of(new TopicPartition("orders", 0), next));
  }

  private static Instant at(double second) {
    return START.plusMillis(Math.round(second * 1000));
  }

  @Test
  void the_oldest_event_that_is_not_counted_is_as_old_as_its_acknowledgement() {
    assertThat(waiting.at(at(0))).isZero();
    assertThat(waiting.at(at(1.5))).isEqualTo(0.5, within(1e-9));
    assertThat(waiting.at(at(3.9))).isEqualTo(2.9, within(1e-9));
    assertThat(waiting.at(at(5))).isZero();
    assertThat(waiting.at(at(6.25))).isEqualTo(0.25, within(1e-9));
    assertThat(waiting.at(at(8))).isZero();
  }

  @Test
  void what_was_so_at_some_time_of_the_asking_is_right() {
    assertThat(waiting.distance(0.6, at(1.5), at(1.7))).isZero();
    assertThat(waiting.distance(1.2, at(1.5), at(1.7))).isEqualTo(0.5, within(1e-9));
    assertThat(waiting.distance(0, at(1.5), at(1.7))).isEqualTo(0.5, within(1e-9));
    assertThat(waiting.distance(1, at(3.9), at(4.1))).isZero();
  }
}
