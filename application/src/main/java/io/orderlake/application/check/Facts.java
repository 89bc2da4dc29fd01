package io.orderlake.application.check;

import io.orderlake.application.metrics.Scrape;
import io.orderlake.domain.alert.Limits;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.Sample;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.time.Instant;

/** Metrics as they are looked up. */
final class Facts {
  private final Map<String, Metric> metrics;
  private final Map<String, Throwable> failed;
  private final Instant at;

  Facts(Scrape scrape, Instant at) {
    this.metrics = HashMap.ofEntries(scrape.metrics().map(m -> Tuple.of(name(m), m)));
    this.failed = scrape.failed();
    this.at = at;
  }

  private static String name(Metric metric) {
    return metric.family().name();
  }

  /** By collector, why it could not read. */
  Map<String, Throwable> failed() {
    return failed;
  }

  /** A sample that is there when its collector has read. */
  double value(String family, String... labels) {
    List<String> wanted = List.of(labels);
    return values(family)
        .find(sample -> sample.labels().equals(wanted))
        .map(Sample.Value::value)
        .getOrElseThrow(() -> new IllegalStateException("no metric " + family + wanted));
  }

  /** All samples of a family that is no histogram. */
  Seq<Sample.Value> values(String family) {
    return metrics.get(family).toList().flatMap(Metric::samples).map(Sample.Value.class::cast);
  }

  /** The sample's labels, by their names. */
  SortedMap<String, String> where(String family, Sample sample) {
    return TreeMap.ofEntries(metrics.get(family).get().family().labels().zip(sample.labels()));
  }

  static Duration duration(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** How long ago a time was. */
  Duration since(double seconds) {
    return Duration.between(Instant.EPOCH, at).minus(duration(seconds));
  }

  /** Whether it was so lately that it is still told. */
  boolean isRecent(double seconds) {
    return isWithin(seconds, Limits.RECENT);
  }

  /** Whether a time, if it was ever, was lately. */
  boolean isWithin(double seconds, Duration lately) {
    return seconds > 0 && since(seconds).compareTo(lately) < 0;
  }
}
