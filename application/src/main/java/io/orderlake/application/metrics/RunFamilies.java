package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.counter;
import static io.orderlake.domain.metric.MetricFamily.gauge;
import static io.orderlake.domain.metric.MetricFamily.histogram;

import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.metric.MetricFamily;
import io.vavr.collection.List;
import io.vavr.collection.Seq;

/** What the journal tells of runs and runners. */
final class RunFamilies {
  /** Not {@code job}, which Prometheus itself puts on whatever it reads. */
  private static final String JOB = "job_name";

  static final MetricFamily RUNS =
      counter("orderlake_runs_total", "", "Runs that ended, by how", JOB, "state");

  static final MetricFamily FAILURES =
      counter(
          "orderlake_run_failures_total",
          "",
          "Runs that failed, by what kind of failure",
          JOB,
          "category");

  static final MetricFamily ABANDONED =
      counter("orderlake_runs_abandoned_total", "", "Runs whose runner died over them", JOB);

  static final MetricFamily DURATION =
      histogram(
          "orderlake_run_duration_seconds",
          "seconds",
          "How long runs took that succeeded or failed, from the last start of the job to its end",
          List.of(0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0),
          JOB);

  static final MetricFamily EVENT_TO_GOLD =
      histogram(
          "orderlake_event_to_gold_seconds",
          "seconds",
          "How long records took from their Kafka timestamp until a published lake version counted them in every Gold table",
          GoldDelays.BOUNDS.map(bound -> bound / 1000.0));

  static final MetricFamily RECORDS =
      counter("orderlake_run_records_total", "records", "Records that successful runs read", JOB);

  static final MetricFamily LINES =
      counter(
          "orderlake_run_lines_total",
          "lines",
          "Lines of these records, all of them (read) and what became of them",
          JOB,
          "outcome");

  static final MetricFamily QUARANTINED =
      counter(
          "orderlake_run_quarantined_lines_total",
          "lines",
          "Lines that runs of silver have quarantined, by reason; what has two reasons counts under both",
          "reason");

  static final MetricFamily WARNED =
      counter(
          "orderlake_run_warned_lines_total",
          "lines",
          "Lines that runs of silver have let pass with a warning, by its code",
          "reason");

  static final MetricFamily LAST_SUCCESS =
      gauge(
          "orderlake_job_last_success_timestamp_seconds",
          "seconds",
          "When a run of the job last succeeded, since the epoch; 0 for never",
          JOB);

  static final MetricFamily LAST_FAILURE =
      gauge(
          "orderlake_job_last_failure_timestamp_seconds",
          "seconds",
          "When a run of the job last failed, since the epoch; 0 for never",
          JOB);

  static final MetricFamily LAST_FAILURE_SO =
      gauge(
          "orderlake_run_failure_timestamp_seconds",
          "seconds",
          "When a run of the job last failed in that way, since the epoch; 0 for never",
          JOB,
          "category");

  static final MetricFamily NEW_REASON =
      gauge(
          "orderlake_quarantine_new_reason_timestamp_seconds",
          "seconds",
          "When a run of silver last quarantined something for a reason that nothing was quarantined for in the day before, since the epoch; 0 for never",
          "reason");

  static final MetricFamily REJECTED =
      counter(
          "orderlake_requests_rejected_total",
          "",
          "Requests that were refused, and files among the requests that were none");

  static final MetricFamily LAST_REJECTED =
      gauge(
          "orderlake_request_rejected_timestamp_seconds",
          "seconds",
          "When that last happened, since the epoch; 0 for never");

  static final MetricFamily EPOCH =
      gauge(
          "orderlake_runner_epoch", "", "The epoch of the runner that took over last; 0 for none");

  static final MetricFamily TAKEOVERS =
      counter("orderlake_runner_takeovers_total", "", "How often a runner became the active one");

  static final MetricFamily AUDIT_TIME =
      gauge(
          "orderlake_audit_timestamp_seconds",
          "seconds",
          "When the job audit last came to a verdict, since the epoch; 0 for never");

  static final MetricFamily AUDIT_PASSED =
      gauge(
          "orderlake_audit_passed",
          "",
          "1 when the last verdict of the job audit was that every table is what Bronze gives, else 0; an audit of a part that passes is none");

  static final MetricFamily AUDIT_VERSION =
      gauge(
          "orderlake_audit_passed_lake_version",
          "",
          "The last lake version that the job audit found to be what Bronze gives; 0 for none");

  static final MetricFamily AUDIT_DIFFERENCES =
      gauge(
          "orderlake_audit_differences",
          "",
          "In how many rows, cells, offsets or sums the last verdict of the job audit found a table to differ from what Bronze gives; missing when it failed without saying",
          "table");

  static final Seq<MetricFamily> ALL =
      List.of(
          RUNS,
          FAILURES,
          ABANDONED,
          DURATION,
          EVENT_TO_GOLD,
          RECORDS,
          LINES,
          QUARANTINED,
          WARNED,
          LAST_SUCCESS,
          LAST_FAILURE,
          LAST_FAILURE_SO,
          NEW_REASON,
          REJECTED,
          LAST_REJECTED,
          EPOCH,
          TAKEOVERS,
          AUDIT_TIME,
          AUDIT_PASSED,
          AUDIT_VERSION,
          AUDIT_DIFFERENCES);

  private RunFamilies() {}
}
