package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.orderlake.domain.run.RequestQueue;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** What waits for the runner. */
final class RequestCollector implements Collector {
  private static final MetricFamily WAITING =
      gauge(
          "orderlake_requests_waiting",
          "",
          "Requests that no runner has claimed (pending), and that one has claimed and not answered (claimed)",
          "state");

  private static final MetricFamily OLDEST =
      gauge(
          "orderlake_request_oldest_timestamp_seconds",
          "seconds",
          "When the oldest of them was asked for, since the epoch, by its requester's clock; 0 when there is none");

  private final RequestQueue queue;

  RequestCollector(RequestQueue queue) {
    this.queue = queue;
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public boolean looks() {
    return false;
  }

  @Override
  public Seq<MetricFamily> families() {
    return List.of(WAITING, OLDEST);
  }

  @Override
  public Seq<Metric> collect(Look look) {
    RequestQueue.Waiting now = queue.now();
    return List.of(
        new Metric(
            WAITING,
            List.of(Sample.of(now.pending(), "pending"), Sample.of(now.claimed(), "claimed"))),
        Metric.of(OLDEST, now.oldest().map(Labels::seconds).getOrElse(0.0)));
  }
}
