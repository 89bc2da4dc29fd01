package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.text.TimeText;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The demo on real Kafka, real Spark and real files, and the lake that it leaves. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FromKafkaToGoldTest {
  private static final long EVENTS = 3_000;

  private Path folder;
  private CommandLineStage stage;
  private Outcome demo;

  @BeforeAll
  void the_demo_is_played(@TempDir Path classFolder) {
    folder = classFolder;
    stage = new CommandLineStage(folder);
    demo = stage.run("demo", "--data", "lake", "--events", "" + EVENTS, "--defects", "0.4");
  }

  @Test
  void every_figure_of_the_lake_is_the_one_that_was_sent() {
    assertThat(demo.code()).as(demo.out() + demo.err()).isZero();
    assertThat(demo.out()).contains("Every figure is the one that was sent").doesNotContain("✗");
  }

  @Test
  void the_audit_of_the_lake_is_part_of_the_story() {
    assertThat(demo.out()).contains("lake version 2 is what a replay of Bronze gives");
  }

  @Test
  void nothing_is_left_running() {
    assertThat(ProcessHandle.current().descendants().filter(ProcessHandle::isAlive)).isEmpty();
    assertThat(folder.resolve("lake/kafka/address")).doesNotExist();
  }

  @Test
  void nothing_of_a_log_reaches_the_screen() {
    assertThat(demo.err()).isEmpty();
    assertThat(demo.out()).doesNotContain("WARN", "INFO", "ERROR", "Exception");
  }

  @Test
  void both_gold_tables_hold_the_same_revenue_to_the_last_decimal() throws Exception {
    JsonNode tables = stage.run("gold", "--data", "lake", "--json").json().get("tables");
    assertThat(tables).hasSize(2);
    for (JsonNode table : tables) {
      BigDecimal sum = BigDecimal.ZERO;
      for (JsonNode cell : table.get("cells")) {
        sum = sum.add(new BigDecimal(cell.get("revenue").asText()));
      }
      assertThat(sum).isEqualByComparingTo(table.get("total").get("revenue").asText());
      assertThat(sum).isEqualByComparingTo(tables.get(0).get("total").get("revenue").asText());
    }
  }

  @Test
  void status_accounts_for_every_event() throws Exception {
    JsonNode status = stage.run("status", "--data", "lake", "--json").json();
    JsonNode totals = status.get("lake").get("totals");
    assertThat(totals.get("read").asLong()).isEqualTo(EVENTS);
    assertThat(
            totals.get("refined").asLong()
                + totals.get("quarantined").asLong()
                + totals.get("duplicates").asLong())
        .isEqualTo(EVENTS);
    assertThat(status.get("projections"))
        .hasSize(4)
        .allSatisfy(projection -> assertThat(projection.get("behind").asLong()).isZero());
  }

  @Test
  void every_run_says_what_it_read_and_wrote_down_to_kafka_s_offsets() throws Exception {
    JsonNode silver = lineageOf("silver");
    long offsets = 0;
    for (JsonNode partition :
        silver.get("inputs").get("bronze/orders").get("offsets").get("orders")) {
      offsets += partition.get("until").asLong();
    }
    assertThat(offsets).isEqualTo(EVENTS);
    assertThat(silver.get("outputs").fieldNames())
        .toIterable()
        .containsExactly("silver/orders", "silver/quarantine");
    assertThat(silver.get("rule_sets")).hasSize(1);
    assertThat(lineageOf("gold").get("inputs").get("silver/orders").get("up_to"))
        .isEqualTo(silver.get("outputs").get("silver/orders").get("up_to"));
  }

  private JsonNode lineageOf(String job) throws Exception {
    for (JsonNode run : stage.run("status", "--data", "lake", "--json").json().get("runs")) {
      if (run.get("job").asText().equals(job)) {
        return run.get("result").get("lineage");
      }
    }
    throw new AssertionError("no run of " + job);
  }

  @Test
  void every_run_is_told_as_open_lineage_events() throws Exception {
    ObjectMapper json = new ObjectMapper();
    List<String> told = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("lake/lineage/openlineage.ndjson"))) {
      JsonNode event = json.readTree(line);
      told.add(event.at("/job/name").asText() + " " + event.get("eventType").asText());
      for (JsonNode dataset : event.get("outputs")) {
        assertThat(dataset.at("/facets/schema/fields")).isNotEmpty();
      }
    }
    assertThat(told)
        .containsSubsequence("silver START", "silver COMPLETE", "gold START", "gold COMPLETE");
  }

  @Test
  void every_kind_of_defect_is_in_the_quarantine_under_its_reason() throws Exception {
    JsonNode byReason = stage.run("quarantine", "--data", "lake", "--json").json().get("by_reason");
    assertThat(byReason.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(
            OrderRules.codes()
                .remove("event_time_without_zone")
                .remove(OrderRules.UNJUDGED)
                .remove(OrderRules.CANCELLATION_WAITS)
                .remove("kind_unknown")
                .remove("rate_missing")
                .reject(code -> code.startsWith("discount")));
  }

  @Test
  void a_quarantined_record_is_shown_raw_and_with_its_reasons() throws Exception {
    JsonNode newest =
        stage
            .run(
                "quarantine",
                "list",
                "--data",
                "lake",
                "--reason",
                "total_mismatch",
                "--limit",
                "1",
                "--json")
            .json()
            .get("newest");
    assertThat(newest).hasSize(1);
    assertThat(newest.get(0).get("value").asText()).contains("total_amount");
    assertThat(newest.get(0).get("reasons").toString()).contains("total_mismatch");
  }

  @Test
  void csv_is_what_spreadsheets_read() {
    Outcome csv =
        stage.run("gold", "revenue_by_product_day", "--data", "lake", "--csv", "--limit", "2");
    List<String> lines = csv.out().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("product,currency,day,revenue,units,events");
  }

  @Test
  void an_earlier_version_of_the_lake_can_be_shown() throws Exception {
    JsonNode before = stage.run("gold", "--data", "lake", "--as-of", "1", "--json").json();
    assertThat(before.get("tables").get(0).get("matching").asLong()).isZero();
    String published = before.get("published_at").asText();
    assertThat(stage.run("gold", "--data", "lake", "--as-of", published, "--json").json())
        .as("known at the moment of its publication")
        .isEqualTo(before);
    assertThat(stage.run("gold", "--data", "lake", "--as-of", published).out())
        .contains(
            "As of lake version 1, published at " + TimeText.UTC.moment(Instant.parse(published)));
    Outcome early = stage.run("quarantine", "--data", "lake", "--as-of", "2020-01-01");
    assertThat(early.code()).isEqualTo(64);
    assertThat(early.err()).contains("nothing was published up to 2020-01-01 00:00:00 UTC");
    Outcome none = stage.run("gold", "--data", "lake", "--as-of", "99");
    assertThat(none.code()).isEqualTo(64);
    assertThat(none.err()).contains("99");
  }

  @Test
  void without_a_broker_a_producer_says_what_to_do() {
    Outcome produce = stage.run("produce", "--data", "lake", "--count", "1");
    assertThat(produce.code()).isEqualTo(69);
    assertThat(produce.err()).contains("no broker", "orderlake up", "--bootstrap");
  }

  @Test
  void a_directory_that_is_no_demo_s_is_left_alone() throws Exception {
    Path precious = Files.createDirectories(folder.resolve("precious"));
    Files.writeString(precious.resolve("thesis.txt"), "all of it");
    Outcome refused = stage.run("demo", "--data", "precious");
    assertThat(refused.code()).isEqualTo(64);
    assertThat(refused.err()).contains("precious", "--data DIR");
    assertThat(precious.resolve("thesis.txt")).hasContent("all of it");
  }
}
