package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** What the topics hold. */
final class KafkaCollector implements Collector {
  private static final MetricFamily BEGIN =
      gauge(
          "orderlake_kafka_begin_offset",
          "",
          "The first offset that Kafka still holds",
          "topic",
          "partition");

  private static final MetricFamily END =
      gauge(
          "orderlake_kafka_end_offset",
          "",
          "The offset that the next record will get",
          "topic",
          "partition");

  private static final MetricFamily HELD =
      gauge(
          "orderlake_kafka_held_records",
          "records",
          "Offsets that nobody can read yet, since a transaction before them is open");

  @Override
  public String name() {
    return "kafka";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(BEGIN, END, HELD);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    SourceState source = look.source().get();
    return List.of(
        new Metric(BEGIN, Labels.each(source.beginnings())),
        new Metric(END, Labels.each(source.ends())),
        Metric.of(HELD, source.held()));
  }
}
