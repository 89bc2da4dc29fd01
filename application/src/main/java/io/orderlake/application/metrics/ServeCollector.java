package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.serve.Served;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** How far the sink is that Gold is served in; nothing, where it is served nowhere. */
final class ServeCollector implements Collector {
  private static final MetricFamily VERSION =
      gauge(
          "orderlake_serve_lake_version",
          "",
          "Number of the lake version that tools find where Gold is served; 0 before the first; missing where Gold is served nowhere");

  private static final MetricFamily PUBLISHED =
      gauge(
          "orderlake_serve_published_timestamp_seconds",
          "seconds",
          "When it could be read there, since the epoch; 0 before the first");

  private static final MetricFamily LAG =
      gauge(
          "orderlake_serve_lag_seconds",
          "seconds",
          "Age of the oldest lake version that is not served there yet; 0 when the newest is");

  private final LakeVersions versions;
  private final Option<Supplier<Option<Served>>> sink;

  ServeCollector(LakeVersions versions, Option<Supplier<Option<Served>>> sink) {
    this.versions = versions;
    this.sink = sink;
  }

  @Override
  public String name() {
    return "serve";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(VERSION, PUBLISHED, LAG);
  }

  /** What was served is asked first: the look's lake version may be older, the newest is not. */
  @Override
  public Seq<Metric> collect(Look look) {
    return sink.toList().flatMap(asked -> metrics(asked.get(), look.at()));
  }

  private Seq<Metric> metrics(Option<Served> served, Instant now) {
    long version = served.map(Served::version).getOrElse(0L);
    return List.of(
        Metric.of(VERSION, version),
        Metric.of(PUBLISHED, Labels.seconds(served.map(Served::servedAt).getOrElse(Instant.EPOCH))),
        Metric.of(LAG, Labels.seconds(lag(version, now))));
  }

  private Duration lag(long version, Instant now) {
    Duration age =
        versions
            .version(version + 1)
            .map(LakeVersion::publishedAt)
            .map(at -> Duration.between(at, now))
            .getOrElse(Duration.ZERO);
    return age.isNegative() ? Duration.ZERO : age;
  }
}
