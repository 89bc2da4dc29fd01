package io.orderlake.application.metrics;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long things took, by job, in the buckets of a histogram. */
final class Durations {
  private final MetricFamily family;
  private final Map<String, Buckets> byJob = new LinkedHashMap<>();

  /** Nothing yet of each of these. */
  Durations(MetricFamily family, Seq<String> jobs) {
    this.family = family;
    jobs.forEach(job -> byJob.put(job, new Buckets(family)));
  }

  /** A clock that was set back makes no time negative. */
  void add(String job, Duration took) {
    Buckets buckets = byJob.get(job);
    if (buckets != null) {
      buckets.add(Math.max(0, Labels.seconds(took)));
    }
  }

  void write(FoldLines out) {
    byJob.forEach(
        (job, buckets) ->
            out.add(buckets.state().prepend(job).prepend(family.name()).toJavaArray()));
  }

  /** True when the line was one of its own, and has been taken in. */
  boolean read(List<String> line) {
    boolean own = line.head().equals(family.name());
    Buckets buckets = own ? byJob.get(line.get(1)) : null;
    if (buckets != null) {
      buckets.restore(line.drop(2));
    }
    return buckets != null;
  }

  Metric metric() {
    return new Metric(
        family,
        Vector.ofAll(byJob.entrySet()).map(each -> each.getValue().sample(List.of(each.getKey()))));
  }
}
