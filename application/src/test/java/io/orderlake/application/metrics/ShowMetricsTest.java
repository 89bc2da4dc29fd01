package io.orderlake.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.contract.Runs;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunnerEvent;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ShowMetricsTest {
  private static final double NOON = Labels.seconds(Runs.NOON);
  private static final String FRESHNESS = "orderlake_gold_freshness_seconds";
  private static final String DIFFERENCES = "orderlake_audit_differences";
  private static final String LAG = "orderlake_stage_lag_records";
  private static final String LAG_SECONDS = "orderlake_stage_lag_seconds";

  private final MetricsStage stage = new MetricsStage();
  private final ShowMetrics metrics = stage.metrics();

  @Test
  void of_a_lake_without_anything_every_family_is_told_and_nothing_fails() {
    Scrape scrape = metrics.now();

    assertThat(scrape.failed()).isEmpty();
    assertThat(scrape.metrics().map(Metric::family)).isEqualTo(metrics.families());
    assertThat(new Told(scrape.metrics()).counters().values()).isNotEmpty().containsOnly(0.0);
  }

  @Test
  void what_is_served_is_told_with_the_age_of_what_is_not() {
    stage.produce(1);
    stage.ingest();
    stage.silver(stage.begin(JobName.SILVER, "s"), 1, 0);
    stage.gold(stage.begin(JobName.GOLD, "g"));
    stage.pass(Duration.ofSeconds(7));
    stage.serve(() -> Option.some(1L));
    Told behind = Told.by(metrics);
    assertThat(behind.of("orderlake_serve_lake_version")).isEqualTo(1);
    assertThat(behind.of("orderlake_serve_published_timestamp_seconds")).isEqualTo(NOON + 1);
    assertThat(behind.of("orderlake_serve_lag_seconds")).isEqualTo(7);

    stage.serve(() -> Option.some(2L));
    assertThat(Told.by(metrics).of("orderlake_serve_lag_seconds")).isZero();

    stage.serve(Option::none);
    assertThat(Told.by(metrics).of("orderlake_serve_lake_version")).isZero();
    assertThat(Told.by(metrics).of("orderlake_serve_lag_seconds")).isEqualTo(7);
  }

  @Test
  void names_follow_the_conventions_of_prometheus() {
    assertThat(metrics.families().map(MetricFamily::name)).doesNotHaveDuplicates();
    assertThat(metrics.families())
        .isNotEmpty()
        .allSatisfy(
            family -> {
              assertThat(family.name()).startsWith("orderlake_");
              assertThat(family.labels()).doesNotContain("job", "instance");
              assertThat(family.help()).isNotBlank().doesNotEndWith(".").doesNotContain("\n");
              if (family.unit().equals("seconds") || family.unit().equals("bytes")) {
                assertThat(family.name()).contains("_" + family.unit());
              }
            });
  }

  @Test
  void each_stage_says_what_the_one_before_has_and_it_has_not() {
    stage.produce(10);
    assertLag(10, 0, 0);

    stage.ingest();
    assertLag(0, 10, 0);

    stage.silver(stage.begin(JobName.SILVER, "s"), 10, 0);
    assertLag(0, 0, 10);

    stage.gold(stage.begin(JobName.GOLD, "g"));
    assertLag(0, 0, 0);

    stage.produce(3);
    stage.ingest();
    stage.produce(2);
    assertLag(2, 3, 0);
    stage.silver(stage.begin(JobName.SILVER, "s-2"), 3, 0);
    assertLag(2, 0, 3);
  }

  private void assertLag(double bronze, double silver, double gold) {
    Told told = Told.by(metrics);
    assertThat(told.of(LAG, "bronze")).isEqualTo(bronze);
    assertThat(told.of(LAG, "silver")).isEqualTo(silver);
    assertThat(told.of(LAG, "gold")).isEqualTo(gold);
  }

  @Test
  void a_quiet_topic_is_fresh_whatever_the_clock_says() {
    everythingIsCounted();
    stage.pass(Duration.ofDays(3));

    assertThat(Told.by(metrics).of(FRESHNESS)).isZero();
    assertThat(Told.by(stage.metrics()).of(FRESHNESS)).isZero();
  }

  @Test
  void a_record_is_as_old_as_it_was_seen_to_be_there() {
    everythingIsCounted();
    metrics.sample();
    stage.pass(Duration.ofSeconds(1));
    stage.produce(1);
    metrics.sample();
    stage.pass(Duration.ofSeconds(4));
    stage.produce(5);

    assertThat(Told.by(metrics).of(FRESHNESS)).isEqualTo(4);
    assertThat(Told.by(metrics).of(LAG_SECONDS, "bronze")).isEqualTo(4);
    assertThat(Told.by(metrics).of(LAG_SECONDS, "silver")).isZero();

    stage.pass(Duration.ofMinutes(2));
    assertThat(Told.by(metrics).of(FRESHNESS)).isEqualTo(124);
  }

  @Test
  void who_was_not_there_when_a_record_came_goes_by_its_kafka_timestamp() {
    everythingIsCounted();
    stage.produce(1);

    assertThat(Told.by(metrics).of(FRESHNESS)).isEqualTo(30);
    assertThat(Told.by(metrics).of(LAG_SECONDS, "bronze")).isEqualTo(30);
  }

  @Test
  void a_record_that_is_stamped_later_than_now_is_at_least_as_old_as_it_was_seen() {
    everythingIsCounted();
    stage.produce(1);
    stage.pass(Duration.ofDays(-1)); // this machine's clock is a day behind
    metrics.now();
    stage.pass(Duration.ofSeconds(20));

    assertThat(Told.by(metrics).of(FRESHNESS)).isEqualTo(20);
  }

  @Test
  void the_end_of_a_transaction_is_no_record_that_anybody_waits_for() {
    everythingIsCounted();
    var aborted = stage.log.begin();
    aborted.publish(new byte[] {1});
    metrics.sample();
    assertThat(Told.by(metrics).of(FRESHNESS)).isZero();
    assertThat(Told.by(metrics).of("orderlake_kafka_held_records")).isEqualTo(1);

    aborted.end(false);
    metrics.sample();
    stage.pass(Duration.ofMinutes(1));

    assertThat(Told.by(metrics).of(FRESHNESS)).isZero();
    assertThat(Told.by(stage.metrics()).of(FRESHNESS)).isZero();
  }

  @Test
  void gold_that_is_behind_silver_is_measured_by_what_it_has_counted_itself() {
    everythingIsCounted();
    for (int i = 0; i < 20; i++) {
      stage.produce(1);
      stage.ingest();
      stage.silver(stage.begin(JobName.SILVER, "more-" + i), 1, 0);
    }

    Told told = Told.by(metrics);
    assertThat(told.of(LAG, "gold")).isEqualTo(20);
    assertThat(told.of("orderlake_stage_lag_commits", "gold")).isEqualTo(20);
    assertThat(told.of(FRESHNESS)).isEqualTo(30);
  }

  @Test
  void what_retention_has_removed_before_bronze_had_it_is_told_and_no_negative_headroom() {
    stage.produce(10);
    stage.ingest();
    stage.produce(10);
    long next = stage.bronze.state().get().nextOffsets().head()._2;
    stage.log.expire(0, next + 2);

    Told told = Told.by(metrics);
    assertThat(told.of("orderlake_kafka_lost_records", "orders", "0")).isEqualTo(2);
    assertThat(told.of("orderlake_kafka_retention_headroom_records", "orders", "0")).isZero();
    assertThat(told.of("orderlake_kafka_lost_records", "orders", "1")).isZero();
  }

  @Test
  void a_run_that_a_runner_died_over_counts_once_and_says_so() {
    stage.takeOver();
    RunId run = stage.begin(JobName.COMPACT, "c");
    stage.pass(Duration.ofMinutes(10));
    stage.abandonAndBegin(run, 2);
    stage.pass(Duration.ofSeconds(4));
    stage.succeed(run);

    Told told = Told.by(metrics);
    assertThat(told.of("orderlake_runs_total", "compact", "succeeded")).isEqualTo(1);
    assertThat(told.of("orderlake_runs_abandoned_total", "compact")).isEqualTo(1);
    assertThat(told.of("orderlake_runner_takeovers_total")).isEqualTo(2);
    assertThat(told.of("orderlake_runner_epoch")).isEqualTo(2);
    assertThat(told.all().get("orderlake_run_duration_secondsList(compact)+")).contains(4.0);
  }

  @Test
  void a_failed_run_counts_under_its_category_and_a_refused_one_under_none() {
    stage.fail(stage.begin(JobName.SILVER, "s"), RunFailure.Category.CORRUPTION);
    stage.journal.append(
        new RunEvent.RunRejected(1, Runs.NOON, new RunId("x"), "dance", "no such job"));
    stage.journal.append(new RunnerEvent.FileRejected(1, Runs.NOON, "junk", "no request"));

    Told told = Told.by(metrics);
    assertThat(told.of("orderlake_run_failures_total", "silver", "corruption")).isEqualTo(1);
    assertThat(told.of("orderlake_runs_total", "silver", "failed")).isEqualTo(1);
    assertThat(told.of("orderlake_runs_total", "other", "rejected")).isEqualTo(1);
    assertThat(told.of("orderlake_requests_rejected_total")).isEqualTo(2);
    assertThat(told.of("orderlake_job_last_failure_timestamp_seconds", "silver")).isEqualTo(NOON);
  }

  @Test
  void an_audit_of_a_part_that_passes_is_no_verdict_on_the_lake() {
    everythingIsCounted();
    stage.succeed(stage.begin(JobName.AUDIT, "a-1"));
    assertThat(Told.by(metrics).of("orderlake_audit_passed")).isEqualTo(1);
    assertThat(Told.by(metrics).of("orderlake_audit_passed_lake_version")).isEqualTo(2);

    stage.pass(Duration.ofHours(1));
    stage.fail(stage.begin(JobName.AUDIT, "a-2"), RunFailure.Category.CORRUPTION);
    assertThat(Told.by(metrics).of("orderlake_audit_passed")).isZero();

    stage.succeed(stage.begin(JobName.AUDIT, "a-3", TreeMap.of("sample", "10")));
    stage.fail(stage.begin(JobName.AUDIT, "a-4"), RunFailure.Category.INFRASTRUCTURE);
    Told told = Told.by(metrics);
    assertThat(told.of("orderlake_audit_passed")).isZero();
    assertThat(told.of("orderlake_audit_timestamp_seconds")).isEqualTo(NOON + 3600);
  }

  @Test
  void the_last_verdict_says_by_table_what_differs() {
    assertThat(Told.by(metrics).of(DIFFERENCES, "gold/revenue_by_city_hour")).isZero();

    stage.failAudit(
        stage.begin(JobName.AUDIT, "a-1"),
        TreeMap.of(TableId.SILVER_ORDERS, 3L, TableId.gold("dropped_since"), 1L));
    Told told = Told.by(metrics);
    assertThat(told.of(DIFFERENCES, "silver/orders")).isEqualTo(3);
    assertThat(told.of(DIFFERENCES, "bronze/orders")).isZero();
    assertThat(told.of(DIFFERENCES, "other")).isEqualTo(1);

    stage.succeed(stage.begin(JobName.AUDIT, "a-2"));
    assertThat(Told.by(metrics).of(DIFFERENCES, "silver/orders")).isZero();
  }

  @Test
  void of_a_verdict_that_does_not_say_what_differs_no_difference_is_told() {
    stage.fail(stage.begin(JobName.AUDIT, "a-1"), RunFailure.Category.CORRUPTION);

    Scrape scrape = metrics.now();
    assertThat(scrape.failed()).isEmpty();
    assertThat(scrape.metrics().map(metric -> metric.family().name())).doesNotContain(DIFFERENCES);
  }

  @Test
  void a_record_takes_as_long_as_from_its_timestamp_until_gold_counts_it() {
    assertThat(waited(Told.by(metrics))).isEqualTo(TreeMap.of("+", 0.0));
    stage.produce(4);
    stage.ingest();
    stage.silver(stage.begin(JobName.SILVER, "s-1"), 4, 1);
    assertThat(waited(Told.by(metrics))).isEqualTo(TreeMap.of("+", 0.0));

    stage.gold(stage.begin(JobName.GOLD, "g-1"));
    assertThat(waited(Told.by(metrics))).isEqualTo(TreeMap.of("30.0", 4.0, "+", 120.0));

    stage.produce(2);
    stage.ingest();
    stage.pass(Duration.ofMillis(970_001));
    stage.silver(stage.begin(JobName.SILVER, "s-2"), 2, 0);
    stage.gold(stage.begin(JobName.GOLD, "g-2"));
    stage.gold(stage.begin(JobName.GOLD, "g-3"));
    assertThat(waited(Told.by(metrics)))
        .isEqualTo(TreeMap.of("30.0", 4.0, "1800.0", 2.0, "+", 120 + 2 * 1000.001));
    assertThat(waited(Told.by(stage.metrics()))).isEqualTo(waited(Told.by(metrics)));
  }

  @Test
  void what_waits_under_another_program_s_bounds_counts_under_the_next_greater_one() {
    stage.succeed(
        stage.begin(JobName.GOLD, "g"),
        new GoldDelays(TreeMap.of(400L, 1L, 500L, 2L, 99_999_999L, 4L), 8, 16_000));

    assertThat(waited(Told.by(metrics)))
        .isEqualTo(TreeMap.of("0.5", 3.0, "Infinity", 12.0, "+", 16.0));
  }

  /** How many fell into each bucket that is not empty, by its bound, and what they come to. */
  private static TreeMap<String, Double> waited(Told told) {
    Sample.Distribution sample = told.distribution("orderlake_event_to_gold_seconds");
    List<Double> bounds =
        GoldDelays.BOUNDS.map(bound -> bound / 1000.0).append(Double.POSITIVE_INFINITY);
    TreeMap<String, Double> waited = TreeMap.of("+", sample.sum());
    for (int i = 0; i < bounds.size(); i++) {
      long count = sample.counts().get(i);
      waited = count == 0 ? waited : waited.put(bounds.get(i).toString(), (double) count);
    }
    return waited;
  }

  @Test
  void the_runner_s_heartbeat_and_what_waits_for_it_are_told() {
    LeaderLock.Held held = stage.leaderLock.tryTake(0).get();
    held.show(new LeaderHeartbeat(1, "me", Runs.NOON, Runs.NOON, Option.some(new RunId("a"))));
    stage.exchange.submit(Runs.request("waits", 5));

    Told told = Told.by(metrics);
    assertThat(told.of("orderlake_runner_heartbeat_timestamp_seconds")).isEqualTo(NOON);
    assertThat(told.of("orderlake_runner_busy")).isEqualTo(1);
    assertThat(told.of("orderlake_requests_waiting", "pending")).isEqualTo(1);
    assertThat(told.of("orderlake_request_oldest_timestamp_seconds")).isEqualTo(NOON + 5);

    stage.pass(Duration.ofMinutes(1));
    assertThat(Told.by(metrics).of("orderlake_runner_busy")).isZero();
    held.close();
    assertThat(Told.by(metrics).of("orderlake_runner_heartbeat_timestamp_seconds")).isZero();
  }

  @Test
  void what_lies_in_the_quarantine_is_told_by_reason() {
    stage.produce(5);
    stage.ingest();
    stage.silver(stage.begin(JobName.SILVER, "s"), 5, 2);

    Told told = Told.by(metrics);
    assertThat(told.of("orderlake_quarantine_lines")).isEqualTo(2);
    assertThat(told.of("orderlake_quarantined_lines", "text_blank")).isEqualTo(2);
    assertThat(told.of("orderlake_run_quarantined_lines_total", "text_blank")).isEqualTo(2);
    assertThat(told.of("orderlake_lake_lines", "quarantined")).isEqualTo(2);
    assertThat(told.of("orderlake_conservation_gap_records")).isZero();
  }

  @Test
  void kafka_that_does_not_answer_takes_its_own_metrics_away_and_no_others() {
    stage.produce(5);
    stage.ingest();
    stage.kafkaAnswers(false);

    Scrape scrape = metrics.now();
    Told told = new Told(scrape.metrics());
    assertThat(scrape.failed().keySet()).containsExactly("freshness", "ingest", "kafka");
    assertThat(told.of("orderlake_scrape_failed", "kafka")).isEqualTo(1);
    assertThat(told.of("orderlake_scrape_failed", "lake")).isZero();
    assertThat(told.find(FRESHNESS)).isEmpty();
    assertThat(told.find(LAG, "bronze")).isEmpty();
    assertThat(told.of(LAG, "silver")).isEqualTo(5);
  }

  @Test
  void who_asks_while_a_long_journal_is_read_for_the_first_time_does_not_wait() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    JournalCollector journal =
        new JournalCollector(
            number -> {
              begun.countDown();
              await(goOn);
              return stage.journal.after(number);
            },
            stage.fold,
            Long.MAX_VALUE,
            List.of(MetricsStage.GOLD));
    Thread first = new Thread(() -> journal.collect(look()));
    first.start();
    begun.await();

    assertThatThrownBy(() -> journal.collect(look())).hasMessageContaining("is being read");
    goOn.countDown();
    first.join();
    assertThat(journal.collect(look())).hasSameSizeAs(journal.families());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private Look look() {
    return new Look(
        Runs.NOON,
        Try.failure(new Exception()),
        Try.failure(new Exception()),
        Try.failure(new Exception()));
  }

  @Test
  void a_topic_that_was_made_anew_is_not_taken_for_the_one_that_was_read() {
    everythingIsCounted();
    stage.log.makeAnew();
    stage.produce(1);

    Scrape scrape = metrics.now();
    assertThat(scrape.failed().keySet()).containsExactly("freshness", "ingest", "kafka");
    assertThat(scrape.failed().get("kafka").get()).hasMessageContaining("made anew");
  }

  @Test
  void a_disk_that_cannot_be_asked_leaves_the_rest_as_it_is() {
    stage.disk.set(null);

    Scrape scrape = metrics.now();
    assertThat(scrape.failed().keySet()).containsExactly("disk");
    assertThat(new Told(scrape.metrics()).find("orderlake_disk_free_bytes")).isEmpty();
    assertThat(new Told(scrape.metrics()).of("orderlake_lake_version")).isZero();
  }

  @Test
  void the_size_of_tables_is_told_also_of_those_that_are_not_there_yet() {
    everythingIsCounted();

    Told told = Told.by(metrics);
    assertThat(told.of("orderlake_table_files", TableId.BRONZE_ORDERS.path())).isEqualTo(1);
    assertThat(told.of("orderlake_table_bytes", MetricsStage.GOLD.path())).isEqualTo(3_000);
    assertThat(told.of("orderlake_table_delta_version", TableId.QUARANTINE.path())).isEqualTo(-1);
  }

  private void everythingIsCounted() {
    stage.produce(10);
    stage.ingest();
    stage.silver(stage.begin(JobName.SILVER, "s"), 10, 0);
    stage.gold(stage.begin(JobName.GOLD, "g"));
  }
}
