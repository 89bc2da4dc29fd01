package io.orderlake.adapters.metrics;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Duration;

/** A lake of which everything is known, 90 seconds after noon. */
final class KnownLake {
  private KnownLake() {}

  /**
   * Ten records were refined but for two, five more are in Bronze, one is in Kafka alone. A runner
   * died over a compaction, which failed then; what was asked for last waits.
   */
  static Seq<Metric> metrics() {
    MetricsStage stage = new MetricsStage();
    LeaderLock.Held held = stage.leaderLock.tryTake(0).get();
    stage.takeOver();
    stage.produce(10);
    stage.ingest();
    RunId silver = stage.begin(JobName.SILVER, "silver-1");
    stage.pass(Duration.ofSeconds(2));
    stage.silver(silver, 10, 2);
    RunId gold = stage.begin(JobName.GOLD, "gold-1");
    stage.pass(Duration.ofMillis(750));
    stage.gold(gold);
    RunId compact = stage.begin(JobName.COMPACT, "compact-1");
    stage.abandonAndBegin(compact, 2);
    stage.pass(Duration.ofMillis(27_250));
    stage.fail(compact, RunFailure.Category.INFRASTRUCTURE);
    stage.succeed(stage.begin(JobName.AUDIT, "audit-1"));
    stage.produce(5);
    stage.ingest();
    stage.produce(1);
    stage.exchange.submit(Runs.request("silver-2", 60));
    stage.pass(Duration.ofSeconds(60));
    held.show(
        new LeaderHeartbeat(
            2, "me", Runs.NOON, Runs.NOON.plusSeconds(89), Option.some(new RunId("silver-2"))));
    return stage.metrics().now().metrics();
  }
}
