package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/** How much of the stage before it each stage has yet to take in. */
final class StageCollector implements Collector {
  static final MetricFamily LAG_RECORDS =
      gauge(
          "orderlake_stage_lag_records",
          "records",
          "Kafka offsets that the stage before has and this one has yet to take in; the sum is what lies between Kafka and Gold",
          "stage");

  private static final MetricFamily LAG_COMMITS =
      gauge(
          "orderlake_stage_lag_commits",
          "commits",
          "Commits of the table before that this stage has yet to take in",
          "stage");

  private final StagePositions positions;

  StageCollector(StagePositions positions) {
    this.positions = positions;
  }

  @Override
  public String name() {
    return "stages";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(LAG_RECORDS, LAG_COMMITS);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    LakeVersion lake = look.lake().get();
    Option<BronzeState> bronze = look.bronze().get();
    Map<TopicPartition, Long> gold = positions.goldNext(lake);
    Map<TopicPartition, Long> silver = positions.silverNext(lake);
    Map<TopicPartition, Long> stored =
        bronze.map(b -> (Map<TopicPartition, Long>) b.nextOffsets()).getOrElse(TreeMap.empty());
    Map<TopicPartition, Long> begin =
        look.source().map(SourceState::beginnings).getOrElse(TreeMap.empty());
    return List.of(
        new Metric(
            LAG_RECORDS,
            List.of(
                Sample.of(between(silver, stored, begin), Labels.SILVER),
                Sample.of(between(gold, silver, begin), Labels.GOLD))),
        new Metric(
            LAG_COMMITS,
            List.of(
                Sample.of(
                    commits(StagePositions.ofSilver(lake), bronze.map(b -> b.table().version())),
                    Labels.SILVER),
                Sample.of(
                    commits(
                        positions.ofGold(lake),
                        lake.table(TableId.SILVER_ORDERS).map(TableState::version)),
                    Labels.GOLD))));
  }

  /** Who never read a partition stands where Kafka begins, as far as that is known. */
  private static long between(
      Map<TopicPartition, Long> read,
      Map<TopicPartition, Long> there,
      Map<TopicPartition, Long> begin) {
    long lag = 0;
    for (Tuple2<TopicPartition, Long> end : there) {
      long next = read.get(end._1).getOrElse(() -> begin.getOrElse(end._1, 0L));
      lag += Math.max(0, end._2 - next);
    }
    return lag;
  }

  private static long commits(long read, Option<Long> newest) {
    return Math.max(0, newest.getOrElse(TableState.NOTHING_READ) - read);
  }
}
