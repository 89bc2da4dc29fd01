package io.orderlake.application.check;

import static io.orderlake.domain.alert.Alert.GOLD_STALE;
import static io.orderlake.domain.alert.Alert.GOLD_VERY_STALE;
import static io.orderlake.domain.alert.Alert.KAFKA_UNREACHABLE;
import static io.orderlake.domain.alert.Alert.RUNNER_GONE;
import static io.orderlake.domain.alert.Alert.STAGE_STUCK;

import io.orderlake.application.check.Condition.Found;
import io.orderlake.domain.alert.Limits;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import java.time.Duration;

/** Is it fresh, and does anybody keep it so. */
final class FreshConditions {
  private static final String FRESHNESS = "orderlake_gold_freshness_seconds";
  private static final String LAG_RECORDS = "orderlake_stage_lag_records";
  private static final String LAG_SECONDS = "orderlake_stage_lag_seconds";
  private static final String LAST_SUCCESS = "orderlake_job_last_success_timestamp_seconds";
  private static final String WAITING = "orderlake_requests_waiting";
  private static final String HEARTBEAT = "orderlake_runner_heartbeat_timestamp_seconds";

  static final List<Condition> ALL =
      List.of(
          Condition.of(GOLD_STALE, facts -> stale(facts, Limits.STALE), "freshness"),
          Condition.of(GOLD_VERY_STALE, facts -> stale(facts, Limits.VERY_STALE), "freshness"),
          Condition.of(RUNNER_GONE, FreshConditions::runnerGone, "requests", "runner"),
          Condition.of(STAGE_STUCK, FreshConditions::stuck, "freshness", "stages", "journal"),
          Condition.ofFailures(KAFKA_UNREACHABLE, FreshConditions::unreachable, "kafka"));

  private FreshConditions() {}

  private static Seq<Found> stale(Facts facts, Duration limit) {
    double age = facts.value(FRESHNESS);
    return Found.when(
        age > limit.toSeconds(),
        "an order that Kafka acknowledged "
            + Words.time(Facts.duration(age))
            + " ago is not counted in Gold yet");
  }

  private static Seq<Found> runnerGone(Facts facts) {
    double waiting = facts.values(WAITING).map(Sample.Value::value).sum().doubleValue();
    double shown = facts.value(HEARTBEAT);
    return Found.when(
        waiting > 0 && facts.since(shown).compareTo(Limits.HEARTBEAT) > 0,
        Words.number(waiting)
            + (waiting == 1 ? " request waits" : " requests wait")
            + ", and "
            + (shown == 0
                ? "no runner is there"
                : "the runner's last heartbeat was " + Words.ago(facts.since(shown))));
  }

  /** Bronze, whose progress has no time of its own, shows in how old Gold is. */
  private static Seq<Found> stuck(Facts facts) {
    return List.of("silver", "gold").flatMap(stage -> stuck(facts, stage));
  }

  private static Seq<Found> stuck(Facts facts, String stage) {
    double records = facts.value(LAG_RECORDS, stage);
    double age = facts.value(LAG_SECONDS, stage);
    boolean idle = !facts.isWithin(facts.value(LAST_SUCCESS, stage), Limits.STUCK);
    return Found.when(
        records > 0 && age > Limits.STUCK.toSeconds() && idle,
        TreeMap.of("stage", stage),
        stage
            + " has had something to take in for "
            + Words.time(Facts.duration(age))
            + ", and none of its runs has succeeded meanwhile");
  }

  private static Seq<Found> unreachable(Facts facts) {
    return facts
        .failed()
        .get("kafka")
        .toList()
        .map(why -> new Found(TreeMap.of("collector", "kafka"), "Kafka: " + why.getMessage()));
  }
}
