package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * How old the oldest record is that a stage has yet to take in. By the time at which it was first
 * seen where that is known, else by its Kafka timestamp, and where that is no time in the past by
 * how long it has surely been there; 0 when there is no such record, whatever the clock says.
 */
final class FreshnessCollector implements Collector {
  private static final MetricFamily FRESHNESS =
      gauge(
          "orderlake_gold_freshness_seconds",
          "seconds",
          "Age of the oldest acknowledged record that published Gold does not count; 0 when there is none");

  private static final MetricFamily LAG_SECONDS =
      gauge(
          "orderlake_stage_lag_seconds",
          "seconds",
          "Age of the oldest record that the stage before has and this one has yet to take in; 0 when there is none",
          "stage");

  /** As long as something is younger, it is taken for a record without a look. */
  private static final Duration UNLOOKED = Duration.ofSeconds(10);

  private final StagePositions positions;
  private final EndSamples samples;
  private final UnreadRecords records;

  FreshnessCollector(StagePositions positions, EndSamples samples, UnreadRecords records) {
    this.positions = positions;
    this.samples = samples;
    this.records = records;
  }

  @Override
  public String name() {
    return "freshness";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(FRESHNESS, LAG_SECONDS);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    LakeVersion lake = look.lake().get();
    SourceState source = look.source().get();
    SortedMap<TopicPartition, Long> stored =
        look.bronze().get().map(BronzeState::nextOffsets).getOrElse(TreeMap.empty());
    SortedMap<TopicPartition, Long> gold = positions.goldNext(lake);
    SortedMap<TopicPartition, Long> silver = positions.silverNext(lake);
    Oldest oldest = new Oldest(source, look.at());
    return List.of(
        Metric.of(FRESHNESS, oldest.between(gold, source.readable())),
        new Metric(
            LAG_SECONDS,
            List.of(
                Sample.of(oldest.between(stored, source.readable()), Labels.BRONZE),
                Sample.of(oldest.between(silver, stored), Labels.SILVER),
                Sample.of(oldest.between(gold, silver), Labels.GOLD))));
  }

  /** Ages at one time. */
  private final class Oldest {
    private final SourceState source;
    private final Instant at;

    Oldest(SourceState source, Instant at) {
      this.source = source;
      this.at = at;
    }

    double between(SortedMap<TopicPartition, Long> read, SortedMap<TopicPartition, Long> there) {
      return there
          .toList()
          .filter(end -> source.readable().containsKey(end._1))
          .map(end -> age(end, read.get(end._1)))
          .max()
          .getOrElse(0.0);
    }

    private double age(Tuple2<TopicPartition, Long> end, Option<Long> read) {
      long begin = source.beginnings().getOrElse(end._1, 0L);
      long from = Math.max(begin, read.getOrElse(begin));
      return end._2 <= from
          ? 0
          : since(end._1, from, end._2)
              .map(time -> Math.max(0, Labels.seconds(Duration.between(time, at))))
              .getOrElse(0.0);
    }

    private Option<Instant> since(TopicPartition partition, long from, long until) {
      Option<Instant> seen = samples.firstSeen(partition, from);
      return seen.exists(time -> time.isAfter(at.minus(UNLOOKED)))
          ? seen
          : records
              .first(partition, from, until)
              .flatMap(
                  stamp ->
                      seen.orElse(() -> past(stamp)).orElse(() -> samples.known(partition, from)));
    }

    private Option<Instant> past(long stamp) {
      return Option.when(
          stamp >= 0 && stamp <= at.toEpochMilli(), () -> Instant.ofEpochMilli(stamp));
    }
  }
}
