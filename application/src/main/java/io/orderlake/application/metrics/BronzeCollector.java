package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/** How far Bronze holds the topics, by its own commits. */
final class BronzeCollector implements Collector {
  private static final MetricFamily NEXT =
      gauge(
          "orderlake_bronze_next_offset",
          "",
          "The first Kafka offset that is not in Bronze yet",
          "topic",
          "partition");

  private static final MetricFamily GAPS =
      gauge(
          "orderlake_accepted_gap_records",
          "records",
          "Offsets that were lost before Bronze had them, and accepted as such",
          "topic",
          "partition");

  @Override
  public String name() {
    return "bronze";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(NEXT, GAPS);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    Option<BronzeState> state = look.bronze().get();
    SortedMap<TopicPartition, Long> next =
        state.map(BronzeState::nextOffsets).getOrElse(TreeMap.empty());
    SortedMap<TopicPartition, Long> lost = next.mapValues(offset -> 0L);
    for (OffsetGap gap : state.map(BronzeState::acceptedGaps).toList().flatMap(gaps -> gaps)) {
      lost = lost.put(gap.partition(), gap.size(), Math::addExact);
    }
    return List.of(new Metric(NEXT, Labels.each(next)), new Metric(GAPS, Labels.each(lost)));
  }
}
