package io.orderlake.adapters.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.console.ask.AskRuns;
import io.orderlake.adapters.console.audit.AuditPage;
import io.orderlake.adapters.console.flow.FlowPage;
import io.orderlake.adapters.console.flow.FlowWatch;
import io.orderlake.adapters.console.health.HealthPage;
import io.orderlake.adapters.console.health.RunbookPage;
import io.orderlake.adapters.console.run.RunsPage;
import io.orderlake.adapters.console.server.ConsoleStage;
import io.orderlake.adapters.console.version.VersionsPage;
import io.orderlake.application.contract.Runs;
import io.orderlake.application.lake.ListVersions;
import io.orderlake.application.metrics.MetricsStage;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.application.run.RequestRun;
import io.orderlake.application.run.ShowRuns;
import io.orderlake.application.run.ShowStatus;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.LeaderLock;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.Trigger;
import io.vavr.collection.List;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages say of a lake of which everything is known. */
class PagesTest {
  private static final String HOSTILE = "<img src=x onerror=alert(1)>\u001b[2J";

  private final MetricsStage lake = new MetricsStage();
  private FlowWatch watch;
  private ConsoleStage console;

  /** Ten records were refined but for two, five more are in Bronze, one is in Kafka alone. */
  @BeforeEach
  void serve() throws IOException {
    LeaderLock.Held held = lake.leaderLock.tryTake(0).get();
    lake.takeOver();
    lake.produce(10);
    lake.ingest();
    RunId silver = lake.begin(JobName.SILVER, "silver-1");
    lake.pass(Duration.ofSeconds(2));
    lake.silver(silver, 10, 2);
    RunId gold = lake.begin(JobName.GOLD, "gold-1");
    lake.pass(Duration.ofMillis(750));
    lake.gold(gold);
    lake.succeed(lake.begin(JobName.AUDIT, "audit-1", TreeMap.of("sample", HOSTILE)));
    lake.fail(lake.begin(JobName.COMPACT, "compact-1"), RunFailure.Category.INFRASTRUCTURE);
    lake.pass(Duration.ofSeconds(57));
    lake.produce(5);
    lake.ingest();
    lake.produce(1);
    lake.exchange.submit(Runs.request("silver-2", 60));
    held.show(
        new LeaderHeartbeat(
            1,
            "me " + HOSTILE,
            Runs.NOON,
            lake.clock.instant(),
            Option.some(new RunId("silver-2"))));
    console = start();
  }

  private ConsoleStage start() throws IOException {
    ShowMetrics metrics = lake.metrics();
    watch = new FlowWatch(metrics::now, lake.clock);
    ShowStatus status =
        new ShowStatus(
            lake.bronze,
            lake.versions,
            lake.journal,
            lake.exchange,
            List.of(MetricsStage.GOLD),
            lake.clock);
    ShowRuns runs = new ShowRuns(lake.journal, lake.exchange, lake.exchange, lake.clock);
    return ConsoleStage.serving(
        new AskRuns(
            new RequestRun(lake.exchange, lake.clock),
            (job, at) -> new RunId("console-" + job + "-1"),
            lake.clock),
        watch,
        new FlowPage(status, lake.versions, watch, ConsoleStage.VIEW),
        new RunsPage(runs, lake.versions, ConsoleStage.VIEW),
        new VersionsPage(
            new ListVersions(lake.versions), lake.versions, Duration.ofDays(7), ConsoleStage.VIEW),
        new AuditPage(runs, lake.bronze, lake.versions, ConsoleStage.VIEW),
        new HealthPage(lake.versions, watch::readings),
        new RunbookPage(lake.versions));
  }

  @AfterEach
  void stop() {
    console.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/runs",
        "/runs?run=silver-1",
        "/versions",
        "/audit",
        "/health",
        "/runbook?alert=OrderlakeGoldStale"
      })
  void every_page_has_its_json_says_its_lake_version_and_looks_back(String path) {
    HttpResponse<String> html = console.get(path);
    HttpResponse<String> json = console.json(path);
    HttpResponse<String> back = console.get(path + (path.contains("?") ? "&" : "?") + "as_of=1");

    assertThat(html.statusCode()).isEqualTo(200);
    assertThat(html.body()).contains("Lake version <strong>2</strong>").doesNotContain("<img");
    assertThat(json.statusCode()).isEqualTo(200);
    assertThat(json.body()).startsWith("{\n").doesNotContain("\u001b");
    assertThat(json.headers().firstValue("Orderlake-Lake-Version")).contains("2");
    assertThat(back.body()).contains("Lake version <strong>1</strong>", "as of 1");
    assertThat(console.get(path + (path.contains("?") ? "&" : "?") + "as_of=9").statusCode())
        .isEqualTo(400);
  }

  @Test
  void the_flow_tells_how_fresh_and_how_complete_the_lake_is() {
    String html = console.get("/").body();

    assertThat(html)
        .contains(
            "data-live=\"freshness\">89.8 s</span>",
            "data-live=\"fresh\">late</span>",
            "10 records read = 8 refined + 2 quarantined + 0 duplicates",
            "data-live=\"bronze-lag\">1 behind",
            "data-live=\"silver-lag\">5 behind",
            "data-live=\"gold-lag\">0 behind",
            "busy with silver-2",
            "me &lt;img src=x onerror=alert(1)&gt;·[2J",
            "compact fails",
            "it may pass by itself")
        .contains("No audit of the whole lake was asked for yet");
    assertThat(console.json("/").body())
        .contains(
            "\"gold_freshness_seconds\" : 89.75",
            "\"stage\" : \"silver\"",
            "\"lag_records\" : 5",
            "\"refined\" : 8");
  }

  @Test
  void what_the_lake_was_like_is_told_of_the_version_that_is_looked_back_to() {
    assertThat(console.json("/?as_of=0").body()).contains("\"version\" : 0");
    assertThat(console.get("/?as_of=0").body())
        .contains("0 records read = 0 refined + 0 quarantined + 0 duplicates");
  }

  @Test
  void rates_and_the_last_hour_are_what_was_seen() {
    watch.look();
    lake.pass(Duration.ofSeconds(10));
    lake.produce(50);
    lake.ingest();
    watch.look();

    assertThat(watch.now())
        .containsEntry("kafka-rate", "5.0/s")
        .containsEntry("bronze-rate", "5.1/s")
        .containsEntry("gold-rate", "0.0/s")
        .containsEntry("kafka-count", "66");
    assertThat(console.json("/").body()).contains("\"taken_in_per_second\" : 5.0");
  }

  @Test
  void runs_are_told_by_job_and_state() {
    String html = console.get("/runs").body();

    assertThat(html)
        .contains(
            "1 request waiting, 0 under way",
            "<title>silver succeeded in 2.0 s</title>",
            "<span class=\"bad\">failed</span>",
            "href=\"/runs?run=gold-1\"");
    assertThat(console.get("/runs?as_of=1").body())
        .contains("silver-1")
        .doesNotContain("compact-1");
  }

  @Test
  void one_run_is_told_with_what_it_did_and_what_to_do() {
    assertThat(console.get("/runs?run=silver-1").body())
        .contains("The job silver, asked for by a test", "succeeded")
        .contains("<td>refined</td><td class=\"number\">8</td>")
        .contains("quarantined for text blank");
    assertThat(console.get("/runs?run=compact-1").body())
        .contains("What to do: it may pass by itself");
    assertThat(console.get("/runs?run=audit-1").body())
        .contains("sample=&lt;img src=x onerror=alert(1)&gt;·[2J");
    assertThat(console.get("/runs?run=never").body()).contains("No runner has recorded such a run");
    assertThat(console.get("/runs?run=../x").statusCode()).isEqualTo(400);
  }

  @Test
  void versions_say_what_changed_and_until_when_they_can_be_read() {
    lake.versions.keepSince(2);
    String html = console.get("/versions").body();

    assertThat(html)
        .contains(
            "gold/revenue_by_city_hour @0",
            "silver/orders @0",
            "it is the newest",
            "no, its files were removed")
        .doesNotContain("Older");
    assertThat(console.json("/versions").body())
        .contains("\"newest\" : 2", "\"oldest_readable\" : 2", "\"readable\" : false");
  }

  @Test
  void an_audit_is_told_with_its_verdict() {
    assertThat(console.get("/audit").body())
        .contains("Lake version 2 is what a replay of Bronze gives", "Of a part: sample &lt;img");
    lake.fail(lake.begin(JobName.AUDIT, "audit-2"), RunFailure.Category.CORRUPTION);

    assertThat(console.get("/audit").body())
        .contains("✗ Something differs. ", "repair or restore what is named there");
    assertThat(console.json("/audit").body()).contains("\"run_id\" : \"audit-2\"");
  }

  @Test
  void what_cannot_be_read_is_named_and_the_rest_is_told() {
    lake.kafkaAnswers(false);

    assertThat(console.get("/health").body())
        .contains("kafka cannot be read: ", "no broker answers", "silver/orders");
    assertThat(console.get("/").body())
        .contains("data-live=\"freshness\">–</span>", "not known", "8 refined");
  }

  @Test
  void a_limit_that_is_passed_is_told_with_the_way_to_what_to_do() {
    lake.kafkaAnswers(false);

    assertThat(console.get("/health").body())
        .contains("<strong class=\"bad\">bad</strong>")
        .contains(">OrderlakeKafkaUnreachable</a>", "start the broker, or correct its address");
    assertThat(console.json("/health").body())
        .contains("\"check\" : \"bad\"", "\"alert\" : \"OrderlakeKafkaUnreachable\"");
  }

  @Test
  void what_to_do_about_an_alert_is_read_where_it_is_shown() {
    assertThat(console.get("/health").body())
        .contains("href=\"/runbook?alert=OrderlakeRetentionNear\"");
    assertThat(console.get("/runbook?alert=OrderlakeAuditFailed").body())
        .contains("<code>audit</code>", "Audit explains it")
        .doesNotContain("](");
    HttpResponse<String> none = console.json("/runbook?alert=Other");
    assertThat(none.statusCode()).isEqualTo(404);
    assertThat(none.body()).contains("there is no alert 'Other'", "OrderlakeGoldStale");
  }

  @ParameterizedTest
  @CsvSource({"audit", "compact", "vacuum", "redrive", "rebuild"})
  void asking_leaves_a_request_like_everybody_else_and_nothing_more(String job) {
    HttpResponse<String> answer =
        console.post("/ask", "job=" + job + "&reason=text_blank&confirmed=true");

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location")).contains("/runs?run=console-" + job + "-1");
    assertThat(lake.exchange.pending())
        .contains(
            new Trigger.WellFormed(
                new RunRequest(
                    new RunId("console-" + job + "-1"),
                    job,
                    "the console",
                    lake.clock.instant(),
                    TreeMap.of("reason", "text_blank"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "job=silver", "job=gold", "job=nothing", "job=audit&x=y"})
  void what_the_console_does_not_ask_for_is_refused(String form) {
    assertThat(console.post("/ask", form).statusCode()).isEqualTo(400);
    assertThat(lake.exchange.pending()).hasSize(1);
  }

  @Test
  void forms_that_ask_are_shown_to_whoever_may() {
    assertThat(console.get("/audit").body())
        .doesNotContain("<form")
        .contains("that needs the console&#39;s token");
    assertThat(console.getKnown("/audit").body())
        .contains("<form method=\"post\" action=\"/ask\">", "name=\"job\" value=\"audit\"");
  }
}
