package io.orderlake.adapters.metrics;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.orderlake.domain.metric.Sample.Distribution;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;

/**
 * Metrics as Prometheus' library takes them; the library puts the ends {@code _total} and {@code
 * _info} behind the names by itself.
 */
final class Snapshots {
  private static final String TOTAL = "_total";
  private static final String INFO = "_info";

  private Snapshots() {}

  static MetricSnapshot of(Metric metric) {
    return switch (metric.family().kind()) {
      case COUNTER -> counter(metric);
      case GAUGE -> metric.family().name().endsWith(INFO) ? info(metric) : gauge(metric);
      case HISTOGRAM -> histogram(metric);
    };
  }

  private static MetricSnapshot counter(Metric metric) {
    MetricFamily family = metric.family();
    CounterSnapshot.Builder counter =
        CounterSnapshot.builder().name(without(TOTAL, family.name())).help(family.help());
    for (Sample sample : metric.samples()) {
      counter.dataPoint(
          CounterSnapshot.CounterDataPointSnapshot.builder()
              .labels(labels(family, sample))
              .value(number(family, sample))
              .build());
    }
    return counter.build();
  }

  private static MetricSnapshot gauge(Metric metric) {
    MetricFamily family = metric.family();
    GaugeSnapshot.Builder gauge = GaugeSnapshot.builder().name(family.name()).help(family.help());
    for (Sample sample : metric.samples()) {
      gauge.dataPoint(
          GaugeSnapshot.GaugeDataPointSnapshot.builder()
              .labels(labels(family, sample))
              .value(number(family, sample))
              .build());
    }
    return gauge.build();
  }

  private static MetricSnapshot info(Metric metric) {
    MetricFamily family = metric.family();
    InfoSnapshot.Builder info =
        InfoSnapshot.builder().name(without(INFO, family.name())).help(family.help());
    for (Sample sample : metric.samples()) {
      info.dataPoint(
          InfoSnapshot.InfoDataPointSnapshot.builder().labels(labels(family, sample)).build());
    }
    return info.build();
  }

  private static MetricSnapshot histogram(Metric metric) {
    MetricFamily family = metric.family();
    HistogramSnapshot.Builder histogram =
        HistogramSnapshot.builder().name(family.name()).help(family.help());
    for (Sample sample : metric.samples()) {
      Distribution distribution = distribution(family, sample);
      histogram.dataPoint(
          HistogramSnapshot.HistogramDataPointSnapshot.builder()
              .labels(labels(family, sample))
              .classicHistogramBuckets(
                  ClassicHistogramBuckets.of(
                      family.bounds().append(Double.POSITIVE_INFINITY).asJava(),
                      distribution.counts().asJava()))
              .sum(distribution.sum())
              .build());
    }
    return histogram.build();
  }

  private static double number(MetricFamily family, Sample sample) {
    if (sample instanceof Sample.Value value) {
      return value.value();
    }
    throw wrong(family, sample);
  }

  private static Distribution distribution(MetricFamily family, Sample sample) {
    if (sample instanceof Distribution distribution) {
      return distribution;
    }
    throw wrong(family, sample);
  }

  private static Labels labels(MetricFamily family, Sample sample) {
    return Labels.of(family.labels().asJava(), sample.labels().asJava());
  }

  private static String without(String end, String name) {
    return name.substring(0, name.length() - end.length());
  }

  private static IllegalArgumentException wrong(MetricFamily family, Sample sample) {
    return new IllegalArgumentException(
        family.kind() + " " + family.name() + " cannot have the sample " + sample);
  }
}
