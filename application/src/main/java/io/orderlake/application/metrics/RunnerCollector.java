package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RunRequests;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;

/** The sign of life of the active runner. */
final class RunnerCollector implements Collector {
  private static final MetricFamily HEARTBEAT =
      gauge(
          "orderlake_runner_heartbeat_timestamp_seconds",
          "seconds",
          "When the active runner last showed its heartbeat, since the epoch; 0 when none ever did or the last one stood down");

  private static final MetricFamily BUSY =
      gauge("orderlake_runner_busy", "", "1 while the active runner has a run under way, else 0");

  private final RunRequests requests;

  RunnerCollector(RunRequests requests) {
    this.requests = requests;
  }

  @Override
  public String name() {
    return "runner";
  }

  @Override
  public boolean looks() {
    return false;
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(HEARTBEAT, BUSY);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    Option<LeaderHeartbeat> runner = requests.runner();
    boolean busy = runner.exists(heart -> heart.isFresh(look.at()) && heart.busyWith().isDefined());
    return List.of(
        Metric.of(HEARTBEAT, runner.map(heart -> Labels.seconds(heart.shownAt())).getOrElse(0.0)),
        Metric.of(BUSY, busy ? 1 : 0));
  }
}
