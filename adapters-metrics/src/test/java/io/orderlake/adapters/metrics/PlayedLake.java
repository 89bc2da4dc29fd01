package io.orderlake.adapters.metrics;

import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.application.metrics.Scrape;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.HashSet;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import java.time.Instant;
import java.util.Random;

/**
 * The metrics of a lake that is in some state, most of it near a limit: as they are at {@link #AT},
 * and as Prometheus has seen them come about, a sample each minute since the epoch.
 */
final class PlayedLake {
  /** Later than the longest limit and what it takes to see it come. */
  static final int MINUTES = 48 * 60;

  static final Instant AT = Instant.ofEpochSecond(MINUTES * 60L);

  private static final Map<String, MetricFamily> FAMILIES =
      new MetricsStage().metrics().families().toMap(MetricFamily::name, family -> family);

  private final Random random;
  private final java.util.List<String> series = new java.util.ArrayList<>();
  private Map<MetricFamily, List<Sample>> samples = LinkedHashMap.empty();
  private Map<String, Throwable> failed = LinkedHashMap.empty();

  PlayedLake(long seed) {
    random = new Random(seed);
    boolean kafka = one(true, true, true, false);
    if (kafka) {
      is("orderlake_gold_freshness_seconds", one(0.0, 59.0, 60.0, 60.5, 61.0, 899.0, 900.0, 901.0));
      retention("0");
      retention("1");
    } else {
      List.of("kafka", "ingest", "freshness").forEach(this::fail);
    }
    if (one(true, true, false)) {
      runner();
    } else {
      fail("runner");
    }
    audit();
    stage("silver", kafka);
    stage("gold", kafka);
    is("orderlake_conservation_gap_records", one(0, 0, 0, 1, -1));
    failures("silver", "corruption");
    failures("audit", "corruption");
    failures("gold", "conservation");
    rejections();
    reasons();
    is("orderlake_disk_free_bytes", one(40, 49, 50, 51, 900));
    is("orderlake_disk_size_bytes", 1000);
    if (one(true, true, false)) {
      is("orderlake_serve_lag_seconds", one(0, 59, 60, 61));
    } else {
      fail("serve");
    }
    Set<String> unread = HashSet.ofAll(failed.keySet());
    new MetricsStage()
        .metrics()
        .collectors()
        .forEach(name -> is("orderlake_scrape_failed", unread.contains(name) ? 1 : 0, name));
  }

  @SafeVarargs
  private <T> T one(T... of) {
    return of[random.nextInt(of.length)];
  }

  private void fail(String collector) {
    failed = failed.put(collector, new IllegalStateException("it is away"));
  }

  private void runner() {
    is("orderlake_requests_waiting", one(0, 0, 2), "pending");
    is("orderlake_requests_waiting", one(0, 1), "claimed");
    is("orderlake_runner_heartbeat_timestamp_seconds", one(0L, ago(29), ago(30), ago(31)));
  }

  private static long ago(long seconds) {
    return MINUTES * 60L - seconds;
  }

  private static long minutesAgo(int minutes) {
    return ago(minutes * 60L);
  }

  private void audit() {
    long hours36 = 36 * 3600;
    is("orderlake_audit_timestamp_seconds", one(0L, ago(5), ago(hours36), ago(hours36 + 1)));
    is("orderlake_audit_passed", one(0, 1, 1));
  }

  private void retention(String partition) {
    String[] where = {"orders", partition};
    is("orderlake_kafka_begin_offset", one(0, 1_000), where);
    is("orderlake_kafka_end_offset", one(1_000, 1_100), where);
    is("orderlake_kafka_unread_records", one(0, 79, 80, 81), where);
    is("orderlake_kafka_lost_records", one(0, 0, 0, 3), where);
  }

  /** Behind for a while, or not; it last succeeded so long ago. */
  private void stage(String stage, boolean kafka) {
    int behind = kafka ? one(0, 0, 9, 11) : 0;
    int success = one(1, 9, 10, 11, 40);
    is("orderlake_stage_lag_seconds", behind * 60, stage);
    add("orderlake_stage_lag_records", behind == 0 ? 0 : 7, stage);
    series.add(named("orderlake_stage_lag_records", stage) + stepped(behind == 0 ? 0 : 7, behind));
    is("orderlake_job_last_success_timestamp_seconds", minutesAgo(success), stage);
    series.add(named("orderlake_runs_total", stage, "succeeded") + stepped(1, success));
  }

  private void failures(String job, String category) {
    int age = one(0, 0, 1, 14, 15, 16);
    is("orderlake_run_failure_timestamp_seconds", age == 0 ? 0 : minutesAgo(age), job, category);
    series.add(
        named("orderlake_run_failures_total", job, category) + stepped(age == 0 ? 0 : 1, age));
  }

  private void rejections() {
    int age = one(0, 0, 1, 14, 15, 16);
    is("orderlake_request_rejected_timestamp_seconds", age == 0 ? 0 : minutesAgo(age));
    series.add(named("orderlake_requests_rejected_total") + stepped(age == 0 ? 0 : 1, age));
  }

  /** Quarantined at last, and once before: never, within the day, or long ago. */
  private void reasons() {
    int age = one(1, 9, 10, 60);
    int before = one(0, 300, 1_420, 1_600);
    boolean isNew = before == 0 || before - age > 24 * 60;
    is(
        "orderlake_quarantine_new_reason_timestamp_seconds",
        isNew ? minutesAgo(age) : before == 0 ? 0 : minutesAgo(before),
        "text_blank");
    String steps =
        before == 0
            ? stepped(1, age)
            : " 0x" + (MINUTES - before - 1) + " 1x" + (before - age - 1) + " 2x" + age;
    series.add(named("orderlake_run_quarantined_lines_total", "text_blank") + steps);
  }

  /** So it is, and has been all the time. */
  private void is(String name, Number value, String... labels) {
    add(name, value, labels);
    series.add(named(name, labels) + " " + value + "x" + MINUTES);
  }

  private void add(String name, Number value, String... labels) {
    MetricFamily family = FAMILIES.get(name).get();
    List<Sample> before = samples.getOrElse(family, List.empty());
    samples = samples.put(family, before.append(Sample.of(value.doubleValue(), labels)));
  }

  /** It was 0 and has had that value for so many minutes. */
  private static String stepped(int value, int age) {
    return value == 0 ? " 0x" + MINUTES : " 0x" + (MINUTES - age - 1) + " " + value + "x" + age;
  }

  private static String named(String name, String... labels) {
    List<String> names = FAMILIES.get(name).get().labels();
    return name
        + names
            .zip(List.of(labels))
            .map(label -> label._1 + "=\"" + label._2 + "\"")
            .prepend("instance=\"lake\"")
            .mkString("{", ", ", "}");
  }

  Scrape scrape() {
    Seq<Metric> metrics = samples.toList().map(one -> new Metric(one._1, one._2));
    return new Scrape(metrics, failed);
  }

  /** As promtool's tests take them. */
  String series() {
    return List.ofAll(series)
        .map(
            one -> {
              int end = one.indexOf('}') + 1;
              return "      - {series: '"
                  + one.substring(0, end)
                  + "', values: '"
                  + one.substring(end).strip()
                  + "'}\n";
            })
        .mkString();
  }
}
