package io.orderlake.domain.metric;

import io.vavr.collection.List;
import io.vavr.collection.Seq;

/**
 * What a family came to.
 *
 * @param samples no two with the same labels
 */
public record Metric(MetricFamily family, Seq<Sample> samples) {
  /** The only value of a family without labels. */
  public static Metric of(MetricFamily family, double value) {
    return new Metric(family, List.of(Sample.of(value)));
  }

  /** Likewise, a whole number. */
  public static Metric of(MetricFamily family, long value) {
    return of(family, (double) value);
  }

  public Metric {
    if (samples.exists(sample -> sample.labels().size() != family.labels().size())) {
      throw new IllegalArgumentException(
          family.name() + " has the labels " + family.labels() + ", not those of " + samples);
    }
  }
}
