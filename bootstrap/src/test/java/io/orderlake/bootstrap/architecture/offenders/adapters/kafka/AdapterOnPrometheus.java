package io.orderlake.bootstrap.architecture.offenders.adapters.kafka;

import io.prometheus.metrics.model.snapshots.Labels;

/** Breaks: Prometheus' library stays in the adapter of metrics. */
public final class AdapterOnPrometheus {
  private AdapterOnPrometheus() {}

  public static Labels labels() {
    return Labels.EMPTY;
  }
}
