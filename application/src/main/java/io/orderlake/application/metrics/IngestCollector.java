package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/** How Bronze stands to what Kafka holds. */
final class IngestCollector implements Collector {
  private static final MetricFamily HEADROOM =
      gauge(
          "orderlake_kafka_retention_headroom_records",
          "records",
          "Offsets between Kafka's first one and the next one that Bronze needs; where something is still to be read, 0 means that Kafka's retention is about to remove it",
          "topic",
          "partition");

  private static final MetricFamily UNREAD =
      gauge(
          "orderlake_kafka_unread_records",
          "records",
          "Offsets that Bronze has yet to read, by partition",
          "topic",
          "partition");

  private static final MetricFamily LOST =
      gauge(
          "orderlake_kafka_lost_records",
          "records",
          "Offsets that Kafka removed before Bronze had them, and nobody has accepted as lost",
          "topic",
          "partition");

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(StageCollector.LAG_RECORDS, UNREAD, HEADROOM, LOST);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    SourceState source = look.source().get();
    SortedMap<TopicPartition, Long> stored =
        look.bronze().get().map(BronzeState::nextOffsets).getOrElse(TreeMap.empty());
    SortedMap<TopicPartition, Long> unread = TreeMap.empty();
    SortedMap<TopicPartition, Long> headroom = TreeMap.empty();
    SortedMap<TopicPartition, Long> lost = TreeMap.empty();
    for (Tuple2<TopicPartition, Long> end : source.readable()) {
      long begin = source.beginnings().getOrElse(end._1, 0L);
      long next = stored.getOrElse(end._1, begin);
      unread = unread.put(end._1, Math.max(0, end._2 - next));
      headroom = headroom.put(end._1, Math.max(0, next - begin));
      lost = lost.put(end._1, Math.max(0, begin - next));
    }
    return List.of(
        new Metric(
            StageCollector.LAG_RECORDS, List.of(Sample.of(source.lag(stored), Labels.BRONZE))),
        new Metric(UNREAD, Labels.each(unread)),
        new Metric(HEADROOM, Labels.each(headroom)),
        new Metric(LOST, Labels.each(lost)));
  }
}
