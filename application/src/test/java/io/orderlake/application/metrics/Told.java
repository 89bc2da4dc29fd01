package io.orderlake.application.metrics;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.MetricKind;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * A scrape as one can ask it.
 *
 * @param metrics all of it
 */
record Told(Seq<Metric> metrics) {
  static Told by(ShowMetrics metrics) {
    return new Told(metrics.now().metrics());
  }

  /** The value of a sample that is there. */
  double of(String family, String... labels) {
    return find(family, labels)
        .getOrElseThrow(() -> new AssertionError("no " + family + List.of(labels)));
  }

  Option<Double> find(String family, String... labels) {
    return samples(family)
        .find(sample -> sample.labels().equals(List.of(labels)))
        .map(sample -> ((Sample.Value) sample).value());
  }

  /** The state of a histogram without labels. */
  Sample.Distribution distribution(String family) {
    return (Sample.Distribution) samples(family).single();
  }

  private Seq<Sample> samples(String family) {
    return metrics.filter(metric -> metric.family().name().equals(family)).flatMap(Metric::samples);
  }

  /** Every number that may not fall, by what it is of. */
  Map<String, Double> counters() {
    return numbers(metrics.filter(metric -> metric.family().kind() != MetricKind.GAUGE));
  }

  /** Every number, by what it is of. */
  Map<String, Double> all() {
    return numbers(metrics);
  }

  private static Map<String, Double> numbers(Seq<Metric> metrics) {
    Map<String, Double> numbers = TreeMap.empty();
    for (Metric metric : metrics) {
      for (Sample sample : metric.samples()) {
        numbers = numbers.merge(numbers(metric.family(), sample));
      }
    }
    return numbers;
  }

  private static Map<String, Double> numbers(MetricFamily family, Sample sample) {
    String name = family.name() + sample.labels();
    if (sample instanceof Sample.Value value) {
      return TreeMap.of(name, value.value());
    }
    Sample.Distribution observed = (Sample.Distribution) sample;
    return TreeMap.<String, Double>ofEntries(
            observed
                .counts()
                .zipWithIndex()
                .map(count -> io.vavr.Tuple.of(name + "#" + count._2, (double) count._1)))
        .put(name + "+", observed.sum());
  }
}
