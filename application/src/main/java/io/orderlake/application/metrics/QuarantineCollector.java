package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.InstantSource;

/** What lies in the quarantine now, by reason. */
final class QuarantineCollector implements Collector {
  private static final MetricFamily LINES =
      gauge(
          "orderlake_quarantine_lines",
          "lines",
          "Records, or lines of them, that are quarantined and were not released");

  private static final MetricFamily BY_REASON =
      gauge(
          "orderlake_quarantined_lines",
          "lines",
          "The same by reason; what has two reasons counts under both",
          "reason");

  private static final MetricFamily COUNTED =
      gauge(
          "orderlake_quarantine_counted_timestamp_seconds",
          "seconds",
          "When the quarantine was counted, since the epoch; a large one is not counted at each scrape");

  private final ShowQuarantine quarantine;
  private final Seldom<Option<Long>, QuarantinePage> counted;

  QuarantineCollector(ShowQuarantine quarantine, InstantSource clock) {
    this.quarantine = quarantine;
    this.counted = new Seldom<>(clock);
  }

  @Override
  public String name() {
    return "quarantine";
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(LINES, BY_REASON, COUNTED);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    Seldom.Read<Option<Long>, QuarantinePage> read = counted.get(version(look), this::count);
    Counts byReason = new Counts(BY_REASON, Labels.REASONS);
    read.value().byReason().forEach((reason, count) -> byReason.add(count, reason));
    return List.of(
        Metric.of(LINES, read.value().records()),
        byReason.metric(),
        Metric.of(COUNTED, Labels.seconds(read.at())));
  }

  @Override
  public void renew(Look look) {
    counted.renew(version(look), this::count);
  }

  private static Option<Long> version(Look look) {
    return look.lake().get().table(TableId.QUARANTINE).map(TableState::version);
  }

  private QuarantinePage count() {
    return quarantine.show(ShowQuarantine.Query.newest(0)).getOrElseThrow(LakeFailure::lasting);
  }
}
