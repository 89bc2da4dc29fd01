package io.orderlake.application.metrics;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A family's counts, which are there from the beginning for each value that its labels can have:
 * whoever looks at what a counter rises by would miss the first count of one that is born with it.
 */
final class Counts {
  /** Stands for values that are none of the closed set, e.g. a job of a newer program. */
  static final String OTHER = "other";

  private final MetricFamily family;
  private final Map<List<String>, Long> counts = new LinkedHashMap<>();

  /**
   * All at 0.
   *
   * @param values for each label, the values that it can have
   */
  @SafeVarargs
  Counts(MetricFamily family, Seq<String>... values) {
    this.family = family;
    Seq<List<String>> labels = List.of(List.empty());
    for (Seq<String> of : values) {
      labels = labels.flatMap(before -> of.map(before::append));
    }
    labels.forEach(each -> counts.put(each, 0L));
  }

  /** Counts; a value that is unknown is counted as another one, where there may be others. */
  void add(long count, String... labels) {
    List<String> wanted = List.of(labels);
    List<String> known = counts.containsKey(wanted) ? wanted : wanted.dropRight(1).append(OTHER);
    counts.merge(known, count, Math::addExact);
  }

  /** All that is not 0. */
  void write(FoldLines out) {
    counts.forEach(
        (labels, count) -> {
          if (count != 0) {
            out.add(labels.prepend(family.name()).append(count.toString()).toJavaArray());
          }
        });
  }

  /** True when the line was one of its own, and has been taken in. */
  boolean read(List<String> line) {
    if (!line.head().equals(family.name())) {
      return false;
    }
    List<String> labels = line.tail().init();
    if (!counts.containsKey(labels)) {
      throw new IllegalArgumentException("not a sample of " + family.name() + ": " + labels);
    }
    counts.put(labels, Long.valueOf(line.last()));
    return true;
  }

  Metric metric() {
    return new Metric(
        family,
        Vector.ofAll(counts.entrySet())
            .map(count -> new Sample.Value(count.getKey(), count.getValue())));
  }
}
