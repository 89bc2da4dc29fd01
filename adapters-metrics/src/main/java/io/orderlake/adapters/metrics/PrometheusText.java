package io.orderlake.adapters.metrics;

import io.orderlake.domain.metric.Metric;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.vavr.collection.Seq;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Prometheus' text format, version 0.0.4. */
public final class PrometheusText {
  /** As HTTP calls it. */
  public static final String CONTENT_TYPE = PrometheusTextFormatWriter.CONTENT_TYPE;

  private PrometheusText() {}

  /** The metrics, sorted by name and labels, in UTF-8. */
  public static byte[] of(Seq<Metric> metrics) {
    MetricSnapshots.Builder snapshots = MetricSnapshots.builder();
    metrics.map(Snapshots::of).forEach(snapshots::metricSnapshot);
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    try {
      PrometheusTextFormatWriter.create().write(text, snapshots.build());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write metrics into memory", e);
    }
    return text.toByteArray();
  }
}
