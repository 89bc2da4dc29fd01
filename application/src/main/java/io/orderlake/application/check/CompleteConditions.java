package io.orderlake.application.check;

import static io.orderlake.domain.alert.Alert.AUDIT_FAILED;
import static io.orderlake.domain.alert.Alert.AUDIT_OLD;
import static io.orderlake.domain.alert.Alert.CONSERVATION_BROKEN;
import static io.orderlake.domain.alert.Alert.CORRUPTION;
import static io.orderlake.domain.alert.Alert.QUARANTINE_NEW_REASON;
import static io.orderlake.domain.alert.Alert.RECORDS_LOST;
import static io.orderlake.domain.alert.Alert.RETENTION_NEAR;

import io.orderlake.application.check.Condition.Found;
import io.orderlake.domain.alert.Limits;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;

/** Is everything there, and what it should be. */
final class CompleteConditions {
  private static final String LAST_FAILURE = "orderlake_run_failure_timestamp_seconds";
  private static final String GAP = "orderlake_conservation_gap_records";
  private static final String AUDIT_TIME = "orderlake_audit_timestamp_seconds";
  private static final String AUDIT_PASSED = "orderlake_audit_passed";
  private static final String UNREAD = "orderlake_kafka_unread_records";
  private static final String BEGIN = "orderlake_kafka_begin_offset";
  private static final String END = "orderlake_kafka_end_offset";
  private static final String LOST = "orderlake_kafka_lost_records";
  private static final String NEW_REASON = "orderlake_quarantine_new_reason_timestamp_seconds";

  static final List<Condition> ALL =
      List.of(
          Condition.of(CONSERVATION_BROKEN, CompleteConditions::conservation, "lake", "journal"),
          Condition.of(CORRUPTION, CompleteConditions::corruption, "journal"),
          Condition.of(AUDIT_FAILED, CompleteConditions::auditFailed, "journal"),
          Condition.of(AUDIT_OLD, CompleteConditions::auditOld, "journal"),
          Condition.of(RETENTION_NEAR, CompleteConditions::retention, "ingest", "kafka"),
          Condition.of(RECORDS_LOST, CompleteConditions::lost, "ingest"),
          Condition.of(QUARANTINE_NEW_REASON, CompleteConditions::newReason, "journal"));

  private CompleteConditions() {}

  private static Seq<Found> conservation(Facts facts) {
    double gap = facts.value(GAP);
    boolean refused =
        failures(facts, "conservation").exists(failure -> facts.isRecent(failure.value()));
    return Found.when(
        gap != 0 || refused,
        gap != 0
            ? Words.number(gap)
                + " lines that were read are accounted for nowhere, or more than once"
            : "a run was refused since its numbers do not add up");
  }

  /** An audit that fails so has found something, which is another alert. */
  private static Seq<Found> corruption(Facts facts) {
    return failures(facts, "corruption")
        .filter(failure -> !failure.labels().head().equals("audit"))
        .filter(failure -> facts.isRecent(failure.value()))
        .map(
            failure ->
                new Found(
                    TreeMap.of("job_name", failure.labels().head()),
                    "a run of "
                        + failure.labels().head()
                        + " met something stored that is damaged or missing, "
                        + Words.ago(facts.since(failure.value()))));
  }

  private static Seq<Sample.Value> failures(Facts facts, String category) {
    return facts.values(LAST_FAILURE).filter(sample -> sample.labels().last().equals(category));
  }

  private static Seq<Found> auditFailed(Facts facts) {
    double at = facts.value(AUDIT_TIME);
    return Found.when(
        at > 0 && facts.value(AUDIT_PASSED) == 0,
        "the last audit, "
            + Words.ago(facts.since(at))
            + ", found tables that a replay of Bronze does not give");
  }

  private static Seq<Found> auditOld(Facts facts) {
    double at = facts.value(AUDIT_TIME);
    return Found.when(
        at > 0 && facts.since(at).compareTo(Limits.AUDIT) > 0,
        "the last audit was " + Words.ago(facts.since(at)));
  }

  private static Seq<Found> retention(Facts facts) {
    return facts.values(UNREAD).flatMap(unread -> retention(facts, unread));
  }

  private static Seq<Found> retention(Facts facts, Sample.Value unread) {
    String[] partition = unread.labels().toJavaArray(String[]::new);
    double begin = facts.value(BEGIN, partition);
    double held = facts.value(END, partition) - begin;
    return Found.when(
        begin > 0 && held > 0 && unread.value() / held > Limits.UNREAD_SHARE,
        facts.where(UNREAD, unread),
        Words.percent(unread.value() / held)
            + " of what Kafka holds of "
            + unread.labels().mkString("/")
            + " is not in Bronze yet, and retention removes the oldest");
  }

  private static Seq<Found> lost(Facts facts) {
    return facts
        .values(LOST)
        .filter(lost -> lost.value() > 0)
        .map(
            lost ->
                new Found(
                    facts.where(LOST, lost),
                    "Kafka removed "
                        + Words.number(lost.value())
                        + " offsets of "
                        + lost.labels().mkString("/")
                        + " before Bronze had them"));
  }

  private static Seq<Found> newReason(Facts facts) {
    return facts
        .values(NEW_REASON)
        .filter(begun -> facts.isWithin(begun.value(), Limits.REASON_NEW))
        .map(
            begun ->
                new Found(
                    facts.where(NEW_REASON, begun),
                    "records are quarantined as "
                        + begun.labels().head()
                        + ", which none was in the day before"));
  }
}
