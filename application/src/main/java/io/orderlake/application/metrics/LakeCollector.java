package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Instant;

/** The published lake version: its sums, its age, and how far back versions can be read. */
final class LakeCollector implements Collector {
  private static final MetricFamily VERSION =
      gauge(
          "orderlake_lake_version", "", "Number of the published lake version; 0 before the first");

  private static final MetricFamily PUBLISHED =
      gauge(
          "orderlake_lake_version_published_timestamp_seconds",
          "seconds",
          "When it was published, since the epoch; 0 before the first");

  private static final MetricFamily RECORDS =
      gauge(
          "orderlake_lake_records",
          "records",
          "Records of Bronze that the published lake version accounts for");

  private static final MetricFamily LINES =
      gauge(
          "orderlake_lake_lines",
          "lines",
          "Lines of these records, all of them (read) and what became of them; a record that is not taken apart is one line",
          "outcome");

  private static final MetricFamily GAP =
      gauge(
          "orderlake_conservation_gap_records",
          "records",
          "Lines read that are neither refined nor quarantined nor a duplicate, or are more than one of these; must be 0");

  private static final MetricFamily OLDEST =
      gauge(
          "orderlake_oldest_readable_lake_version",
          "",
          "How far back the lake can be read with --as-of");

  private static final MetricFamily OLDEST_PUBLISHED =
      gauge(
          "orderlake_oldest_readable_timestamp_seconds",
          "seconds",
          "When that lake version was published, since the epoch; 0 before the first");

  private final LakeVersions versions;

  LakeCollector(LakeVersions versions) {
    this.versions = versions;
  }

  @Override
  public String name() {
    return "lake";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(VERSION, PUBLISHED, RECORDS, LINES, GAP, OLDEST, OLDEST_PUBLISHED);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    LakeVersion lake = look.lake().get();
    Conservation sums = lake.totals();
    long oldest = Math.min(versions.oldestKept(), lake.number());
    Instant since = versions.version(oldest).map(LakeVersion::publishedAt).getOrElse(Instant.EPOCH);
    return List.of(
        Metric.of(VERSION, lake.number()),
        Metric.of(PUBLISHED, Labels.seconds(lake.publishedAt())),
        Metric.of(RECORDS, sums.read()),
        new Metric(
            LINES,
            List.of(
                Sample.of(sums.lines(), Labels.READ),
                Sample.of(sums.refined(), Labels.REFINED),
                Sample.of(sums.quarantined(), Labels.QUARANTINED),
                Sample.of(sums.duplicates(), Labels.DUPLICATE))),
        Metric.of(GAP, sums.lines() - sums.refined() - sums.quarantined() - sums.duplicates()),
        Metric.of(OLDEST, oldest),
        Metric.of(OLDEST_PUBLISHED, Labels.seconds(since)));
  }
}
