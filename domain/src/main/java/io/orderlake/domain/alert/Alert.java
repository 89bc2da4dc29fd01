package io.orderlake.domain.alert;

import static io.orderlake.domain.alert.Severity.PAGE;
import static io.orderlake.domain.alert.Severity.TICKET;

import java.time.Duration;
import java.util.Locale;

/**
 * What can be found wrong with a lake at one look. Each is an alert of the same name, severity and
 * patience in the rules for Prometheus, which have some more that need a history.
 */
public enum Alert {
  GOLD_STALE(
      "OrderlakeGoldStale",
      TICKET,
      Duration.ofMinutes(2),
      Part.GOLD,
      "see which stage lags with `orderlake status`"),
  GOLD_VERY_STALE(
      "OrderlakeGoldVeryStale",
      PAGE,
      Duration.ofMinutes(5),
      Part.GOLD,
      "see which stage lags with `orderlake status`, and tell who reads Gold"),
  RUNNER_GONE(
      "OrderlakeRunnerGone",
      PAGE,
      Duration.ofMinutes(1),
      Part.RUNNER,
      "start `orderlake up` or `orderlake runner`"),
  STAGE_STUCK(
      "OrderlakeStageStuck",
      PAGE,
      Duration.ofMinutes(5),
      Part.RUNS,
      "see what fails, or that nobody asks for runs, with `orderlake status`"),
  KAFKA_UNREACHABLE(
      "OrderlakeKafkaUnreachable",
      PAGE,
      Duration.ofMinutes(2),
      Part.INGEST,
      "start the broker, or correct its address"),
  CONSERVATION_BROKEN(
      "OrderlakeConservationBroken",
      PAGE,
      Duration.ZERO,
      Part.RUNS,
      "keep the lake as it is and run `orderlake audit`"),
  CORRUPTION(
      "OrderlakeCorruption",
      PAGE,
      Duration.ZERO,
      Part.RUNS,
      "restore what `orderlake status` names; a projection can be rebuilt"),
  AUDIT_FAILED(
      "OrderlakeAuditFailed",
      PAGE,
      Duration.ZERO,
      Part.AUDIT,
      "do as the verdict says; `orderlake status` shows it"),
  AUDIT_OLD(
      "OrderlakeAuditOld",
      TICKET,
      Duration.ofMinutes(10),
      Part.AUDIT,
      "ask for one with `orderlake trigger audit --wait`"),
  RETENTION_NEAR(
      "OrderlakeRetentionNear",
      PAGE,
      Duration.ofMinutes(10),
      Part.INGEST,
      "get the ingest going, or raise the topic's retention"),
  RECORDS_LOST(
      "OrderlakeRecordsLost",
      PAGE,
      Duration.ZERO,
      Part.INGEST,
      "accept the gap as the ingest says"),
  QUARANTINE_NEW_REASON(
      "OrderlakeQuarantineNewReason",
      TICKET,
      Duration.ZERO,
      Part.QUARANTINE,
      "look at one with `orderlake quarantine list --reason CODE`"),
  DISK_FILLING(
      "OrderlakeDiskFilling",
      TICKET,
      Duration.ofMinutes(10),
      Part.DISK,
      "make room; `orderlake maintain --dry-run` says what old files take"),
  REQUESTS_REJECTED(
      "OrderlakeRequestsRejected",
      TICKET,
      Duration.ZERO,
      Part.REQUESTS,
      "see triggers/rejected, which has them with the reasons"),
  SERVE_BEHIND(
      "OrderlakeServeBehind",
      TICKET,
      Duration.ofMinutes(2),
      Part.SERVE,
      "see why in the log of whoever serves, `up` or `serve`"),
  COLLECTOR_FAILED(
      "OrderlakeCollectorFailed",
      TICKET,
      Duration.ofMinutes(5),
      Part.METRICS,
      "see why; what stands on it is not judged");

  private final String title;
  private final Severity severity;
  private final Duration patience;
  private final Part part;
  private final String advice;

  Alert(String title, Severity severity, Duration patience, Part part, String advice) {
    this.title = title;
    this.severity = severity;
    this.patience = patience;
    this.part = part;
    this.advice = advice;
  }

  /** Its name in the rules, and the heading of the paragraph that says what to do. */
  public String title() {
    return title;
  }

  public Severity severity() {
    return severity;
  }

  /** How long it has to last before anybody is told unasked. */
  public Duration patience() {
    return patience;
  }

  public Part part() {
    return part;
  }

  /** What to do first, in a few words. */
  public String advice() {
    return advice;
  }

  /** Where the rest of it is written. */
  public String runbook() {
    return "docs/operations.md#" + title.toLowerCase(Locale.ROOT);
  }
}
