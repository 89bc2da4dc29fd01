package io.orderlake.application.check;

import static io.orderlake.domain.alert.Alert.COLLECTOR_FAILED;
import static io.orderlake.domain.alert.Alert.DISK_FILLING;
import static io.orderlake.domain.alert.Alert.REQUESTS_REJECTED;

import io.orderlake.application.check.Condition.Found;
import io.orderlake.domain.alert.Limits;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;

/** Is there room, and does it work. */
final class HealthyConditions {
  private static final String FREE = "orderlake_disk_free_bytes";
  private static final String SIZE = "orderlake_disk_size_bytes";
  private static final String REJECTED = "orderlake_request_rejected_timestamp_seconds";

  /** These fail with Kafka, which has an alert of its own. */
  private static final List<String> OF_KAFKA = List.of("kafka", "ingest", "freshness");

  static final List<Condition> ALL =
      List.of(
          Condition.of(DISK_FILLING, HealthyConditions::disk, "disk"),
          Condition.of(REQUESTS_REJECTED, HealthyConditions::rejected, "journal"),
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

  private static Seq<Found> failed(Facts facts) {
    return facts
        .failed()
        .toList()
        .filter(failure -> !OF_KAFKA.contains(failure._1))
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
