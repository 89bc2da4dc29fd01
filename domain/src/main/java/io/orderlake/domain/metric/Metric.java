package io.orderlake.domain.metric;

import io.vavr.collection.Seq;

/**
 * What a family came to.
 *
 * @param samples no two with the same labels
 */
public record Metric(MetricFamily family, Seq<Sample> samples) {
  public Metric {
    if (samples.exists(sample -> sample.labels().size() != family.labels().size())) {
      throw new IllegalArgumentException(
          family.name() + " has the labels " + family.labels() + ", not those of " + samples);
    }
  }
}
