package io.orderlake.application.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.application.metrics.Scrape;
import io.orderlake.domain.alert.Alert;
import io.orderlake.domain.alert.Finding;
import io.orderlake.domain.alert.Limits;
import io.orderlake.domain.alert.Part;
import io.orderlake.domain.alert.Severity;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunnerEvent;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CheckLakeTest {
  private static final Set<Part> ALL = HashSet.of(Part.values());

  private final MetricsStage stage = new MetricsStage();
  private final CheckLake check = new CheckLake(stage.metrics(), stage.clock);

  @Test
  void each_alert_has_its_condition_and_each_condition_a_collector_that_there_is() {
    assertThat(Conditions.ALL.map(Condition::alert)).containsExactly(Alert.values());
    assertThat(Conditions.ALL.flatMap(Condition::collectors))
        .isNotEmpty()
        .isSubsetOf(stage.metrics().collectors());
  }

  @Test
  void of_a_lake_without_anything_everything_is_judged_and_nothing_is_wrong() {
    Verdict verdict = check.now(ALL);

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.worst()).isEmpty();
    assertThat(verdict.judged()).containsExactly(Alert.values());
    assertThat(verdict.unjudged()).isEmpty();
  }

  @Test
  void gold_is_stale_then_very_stale_and_its_stage_stuck() {
    stage.produce(1);
    stage.pass(Limits.STALE.minusSeconds(30));
    assertThat(check.now(ALL).findings()).isEmpty();

    stage.pass(Duration.ofSeconds(1));
    assertThat(alerts()).containsExactly(Alert.GOLD_STALE);
    assertThat(check.now(ALL).worst()).contains(Severity.TICKET);

    stage.ingest();
    stage.pass(Limits.VERY_STALE);
    assertThat(alerts())
        .containsExactly(Alert.GOLD_STALE, Alert.GOLD_VERY_STALE, Alert.STAGE_STUCK);
    assertThat(find(Alert.STAGE_STUCK).where()).isEqualTo(TreeMap.of("stage", "silver"));
    assertThat(check.now(ALL).worst()).contains(Severity.PAGE);
  }

  @Test
  void a_runner_is_gone_only_when_something_waits_for_it() {
    stage.exchange.submit(Runs.request("silver-1", 0));
    assertThat(alerts()).containsExactly(Alert.RUNNER_GONE);
    assertThat(find(Alert.RUNNER_GONE).what()).isEqualTo("1 request waits, and no runner is there");
  }

  @Test
  void what_kafka_alone_knows_is_not_judged_while_it_is_away() {
    stage.produce(1);
    stage.pass(Limits.VERY_STALE);
    stage.kafkaAnswers(false);

    Verdict verdict = check.now(ALL);
    assertThat(verdict.findings().map(Finding::alert)).containsExactly(Alert.KAFKA_UNREACHABLE);
    assertThat(verdict.findings().head().what()).isEqualTo("Kafka: no broker answers");
    assertThat(verdict.unjudged())
        .containsExactly(
            Alert.GOLD_STALE,
            Alert.GOLD_VERY_STALE,
            Alert.STAGE_STUCK,
            Alert.RETENTION_NEAR,
            Alert.RECORDS_LOST);
  }

  @Test
  void what_happened_to_runs_is_told_for_a_while() {
    stage.fail(stage.begin(JobName.SILVER, "s"), RunFailure.Category.CORRUPTION);
    stage.fail(stage.begin(JobName.GOLD, "g"), RunFailure.Category.CONSERVATION);
    stage.journal.append(new RunnerEvent.FileRejected(1, Runs.NOON, "x", "no request"));
    stage.pass(Limits.RECENT.minusSeconds(1));

    assertThat(alerts())
        .containsExactly(Alert.CONSERVATION_BROKEN, Alert.CORRUPTION, Alert.REQUESTS_REJECTED);
    assertThat(find(Alert.CORRUPTION).where()).isEqualTo(TreeMap.of("job_name", "silver"));

    stage.pass(Duration.ofSeconds(1));
    assertThat(alerts()).isEmpty();
  }

  @Test
  void an_audit_that_fails_is_no_corruption_until_one_passes_and_is_old_after_a_while() {
    stage.fail(stage.begin(JobName.AUDIT, "a-1"), RunFailure.Category.CORRUPTION);
    assertThat(alerts()).containsExactly(Alert.AUDIT_FAILED);

    stage.succeed(stage.begin(JobName.AUDIT, "a-2"));
    assertThat(alerts()).isEmpty();

    stage.pass(Limits.AUDIT.plusSeconds(1));
    assertThat(alerts()).containsExactly(Alert.AUDIT_OLD);
  }

  @Test
  void a_reason_is_new_when_nothing_was_quarantined_for_it_in_the_day_before() {
    quarantine("s-1");
    assertThat(find(Alert.QUARANTINE_NEW_REASON).where())
        .isEqualTo(TreeMap.of("reason", "text_blank"));
    stage.pass(Limits.REASON_NEW);
    quarantine("s-2");
    assertThat(alerts()).isEmpty();

    stage.pass(Limits.REASON_UNSEEN);
    quarantine("s-3");
    assertThat(alerts()).isEmpty();

    stage.pass(Limits.REASON_UNSEEN.plusSeconds(1));
    quarantine("s-4");
    assertThat(alerts()).containsExactly(Alert.QUARANTINE_NEW_REASON);
  }

  @Test
  void a_version_that_is_not_served_is_told_and_so_is_a_sink_that_does_not_answer() {
    quarantine("s-1");
    stage.pass(Limits.REASON_NEW);
    stage.serve(() -> Option.some(1L));
    assertThat(find(Alert.SERVE_BEHIND).what()).contains("published 10 minutes ago is not served");

    stage.serve(() -> Option.some(2L));
    assertThat(alerts()).isEmpty();

    stage.serve(
        () -> {
          throw LakeFailure.because(FailureCause.UNREACHABLE, "nobody listens");
        });
    assertThat(alerts()).containsExactly(Alert.SERVE_BEHIND);
    assertThat(find(Alert.SERVE_BEHIND).what()).contains("nobody listens");
  }

  private void quarantine(String run) {
    stage.produce(1);
    stage.ingest();
    stage.silver(stage.begin(JobName.SILVER, run), 1, 1);
    stage.gold(stage.begin(JobName.GOLD, "gold-of-" + run));
  }

  @Test
  void some_parts_are_looked_at_without_reading_what_the_others_need() {
    stage.kafkaAnswers(false);
    stage.exchange.submit(Runs.request("silver-1", 0));

    Verdict verdict = check.now(HashSet.of(Part.RUNNER));
    assertThat(verdict.findings().map(Finding::alert)).containsExactly(Alert.RUNNER_GONE);
    assertThat(verdict.judged()).containsExactly(Alert.RUNNER_GONE, Alert.COLLECTOR_FAILED);
    assertThat(verdict.unjudged()).isEmpty();
  }

  @Test
  void what_cannot_be_read_is_a_finding_whatever_it_is_needed_for() {
    Scrape scrape =
        new Scrape(
            List.of(Metric.of(MetricFamily.gauge("orderlake_lake_version", "", "A number"), 1)),
            LinkedHashMap.of("journal", new IllegalStateException("line 3 is torn")));

    Verdict verdict = CheckLake.of(scrape, HashSet.of(Part.AUDIT), Runs.NOON);
    assertThat(verdict.unjudged()).containsExactly(Alert.AUDIT_FAILED, Alert.AUDIT_OLD);
    assertThat(verdict.findings().map(Finding::what))
        .containsExactly("the metrics of journal cannot be read: line 3 is torn");
  }

  private io.vavr.collection.Seq<Alert> alerts() {
    return check.now(ALL).findings().map(Finding::alert);
  }

  private Finding find(Alert alert) {
    return check.now(ALL).findings().find(finding -> finding.alert() == alert).get();
  }
}
