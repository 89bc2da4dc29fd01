package io.orderlake.application.metrics;

import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;

/** The state of one histogram. */
final class Buckets {
  private final List<Double> bounds;
  private final long[] counts;
  private double sum;

  /** Nothing yet. */
  Buckets(MetricFamily family) {
    this.bounds = family.bounds();
    this.counts = new long[bounds.size() + 1];
  }

  void add(double seconds) {
    count(1, seconds);
    sum += seconds;
  }

  /** So many observations of which is known that they are no greater than that. */
  void count(long observations, double bound) {
    int bucket = bounds.indexWhere(each -> bound <= each);
    counts[bucket < 0 ? bounds.size() : bucket] += observations;
  }

  /** What observations came to that were counted. */
  void sum(double seconds) {
    sum += seconds;
  }

  /** As fields: how many fell into each bucket, and the sum. */
  List<String> state() {
    return List.ofAll(counts).map(String::valueOf).append(Double.toString(sum));
  }

  /** Takes such fields in. */
  void restore(List<String> state) {
    if (state.size() != counts.length + 1) {
      throw new IllegalArgumentException("not the state of " + bounds.size() + " bounds: " + state);
    }
    for (int i = 0; i < counts.length; i++) {
      counts[i] = Long.parseLong(state.get(i));
    }
    sum = Double.parseDouble(state.last());
  }

  Sample sample(List<String> labels) {
    return new Sample.Distribution(labels, List.ofAll(counts), sum);
  }
}
