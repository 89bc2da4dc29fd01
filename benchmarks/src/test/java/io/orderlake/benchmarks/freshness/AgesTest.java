package io.orderlake.benchmarks.freshness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.orderlake.benchmarks.freshness.Acknowledgements.Acknowledged;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class AgesTest {
  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

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
  void an_event_waits_for_the_first_publication_beyond_its_offset() {
    Ages ages =
        Ages.of(
            java.util.List.of(event(0, 0), event(1, 1), event(2, 2)),
            List.of(publication(1.5, 1), publication(3, 2), publication(7, 2), publication(9, 3)));

    assertThat(ages.percentile(0.33)).isEqualTo(1.5, within(1e-9));
    assertThat(ages.percentile(0.5)).isEqualTo(2, within(1e-9));
    assertThat(ages.percentile(1)).isEqualTo(7, within(1e-9));
  }

  @Test
  void the_95th_percentile_is_that_of_the_event_that_19_in_20_do_not_exceed() {
    Ages ages =
        Ages.of(
            LongStream.rangeClosed(1, 100).mapToObj(i -> event(i, (double) (1000 - i))).toList(),
            List.of(publication(1000, 101)));

    assertThat(ages.percentile(0.95)).isEqualTo(95, within(1e-9));
  }

  @Test
  void the_beginning_is_told_apart() {
    Ages ages =
        Ages.of(
            java.util.List.of(event(0, 0), event(1, 29), event(2, 31)),
            List.of(publication(40, 3)));

    assertThat(ages.warming().events()).isEqualTo(2);
    assertThat(ages.warm().percentile(1)).isEqualTo(9, within(1e-9));
  }
}
