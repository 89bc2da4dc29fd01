package io.orderlake.application.check;

import static io.orderlake.domain.alert.Alert.COLLECTOR_FAILED;
import static io.orderlake.domain.alert.Alert.DISK_FILLING;
import static io.orderlake.domain.alert.Alert.REQUESTS_REJECTED;
import static io.orderlake.domain.alert.Alert.SERVE_BEHIND;

import io.orderlake.application.check.Condition.Found;
import io.orderlake.domain.alert.Limits;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;

/** Is there room, and does it work. */
final class HealthyConditions {
  private static final String FREE = "orderlake_disk_free_bytes";
  private static final String SIZE = "orderlake_disk_size_bytes";
  private static final String REJECTED = "orderlake_request_rejected_timestamp_seconds";

  private static final String UNSERVED = "orderlake_serve_lag_seconds";

  /** These fail with Kafka, or with whom Gold is served in, which have alerts of their own. */
  private static final List<String> OF_OTHERS = List.of("kafka", "ingest", "freshness", "serve");

  static final List<Condition> ALL =
      List.of(
          Condition.of(DISK_FILLING, HealthyConditions::disk, "disk"),
          Condition.of(REQUESTS_REJECTED, HealthyConditions::rejected, "journal"),
          Condition.ofFailures(SERVE_BEHIND, HealthyConditions::unserved, "serve"),
          Condition.ofFailures(COLLECTOR_FAILED, HealthyConditions::failed));

  private HealthyConditions() {}

  /** That it will be full at this pace takes a history. */
  private static Seq<Found> disk(Facts facts) {
    double free = facts.value(FREE) / facts.value(SIZE);
    return Found.when(
        free < Limits.FREE_SHARE, Words.percent(free) + " of the lake's disk is free");
  }

  private static Seq<Found> rejected(Facts facts) {
    double at = facts.value(REJECTED);
    return Found.when(
        facts.isRecent(at),
        "something among the requests was refused " + Words.ago(facts.since(at)));
  }

  /** Where Gold is served nowhere there is nothing to be behind. */
  private static Seq<Found> unserved(Facts facts) {
    return facts
        .failed()
        .get("serve")
        .toList()
        .map(
            why ->
                new Found(
                    TreeMap.of("collector", "serve"),
                    "where Gold is served cannot be asked: " + why.getMessage()))
        .appendAll(
            facts
                .values(UNSERVED)
                .map(Sample.Value::value)
                .filter(age -> age > Limits.UNSERVED.toSeconds())
                .map(
                    age ->
                        new Found(
                            TreeMap.empty(),
                            "a lake version that was published "
                                + Words.time(Facts.duration(age))
                                + " ago is not served to tools that ask databases")));
  }

  private static Seq<Found> failed(Facts facts) {
    return facts
        .failed()
        .toList()
        .filter(failure -> !OF_OTHERS.contains(failure._1))
        .map(
            failure ->
                new Found(
                    TreeMap.of("collector", failure._1),
                    "the metrics of "
                        + failure._1
                        + " cannot be read: "
                        + failure._2.getMessage()));
  }
}
