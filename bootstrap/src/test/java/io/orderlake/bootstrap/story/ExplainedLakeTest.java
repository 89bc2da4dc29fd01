package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From the figures of a lake that came through real Kafka and real Spark, back to the bytes. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplainedLakeTest {
  private static final int EVENTS = 200;

  /** Every so many cells are explained. */
  private static final int EACH = 8;

  private StagedLake lake;

  @BeforeAll
  void the_demo_is_played_whatever_sources_are_configured(@TempDir Path folder) throws Exception {
    CommandLineStage stage = new CommandLineStage(folder);
    lake = new StagedLake(stage);
    Files.writeString(
        folder.resolve("own.yaml"),
        "sources.shop: {topics: s, product: p, quantity: q, unit_price: u, city: c, event_time: t}");
    Outcome demo =
        lake.run(
            "demo",
            "--events",
            "" + EVENTS,
            "--defects",
            "0.4",
            "--seed",
            "7",
            "--config",
            "own.yaml");
    assertThat(demo.code()).as(demo.out() + demo.err()).isZero();
  }

  private Outcome explain(String... question) {
    String[] arguments = new String[question.length + 1];
    arguments[0] = "explain";
    System.arraycopy(question, 0, arguments, 1, question.length);
    Outcome outcome = lake.run(arguments);
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    return outcome;
  }

  private JsonNode only(Outcome outcome) throws Exception {
    JsonNode records = outcome.json().get("records");
    assertThat(records).hasSize(1);
    return records.get(0);
  }

  /** The record's address as people write it. */
  private static String address(JsonNode record) {
    return record.get("topic").asText()
        + "/"
        + record.get("partition").asText()
        + "/"
        + record.get("offset").asText();
  }

  @Test
  void cells_of_both_tables_are_the_sums_of_their_rows() throws Exception {
    for (JsonNode table : lake.gold().get("tables")) {
      String name = table.get("table").asText();
      String text = name.contains("city") ? "city" : "product";
      String time = name.contains("city") ? "hour" : "day";
      for (int i = 0; i < table.get("cells").size(); i += EACH) {
        JsonNode cell = table.get("cells").get(i);
        JsonNode explained =
            explain(
                    name,
                    "--" + text,
                    cell.get(text).asText(),
                    "--" + time,
                    cell.get(time).asText(),
                    "--limit",
                    "1",
                    "--json")
                .json();
        assertThat(explained.get("adds_up").asBoolean()).as(explained.toString()).isTrue();
        assertThat(explained.get("rows").get("revenue").asText())
            .isEqualTo(cell.get("revenue").asText());
        JsonNode row = explained.get("records").get(0);
        assertThat(row.get("fate").asText()).isEqualTo("refined");
        assertThat(row.get("value").asText()).contains(row.get("row").get("event_id").asText());
      }
    }
  }

  @Test
  void an_accepted_record_is_followed_to_its_row_its_run_and_its_bytes() throws Exception {
    String address = refinedFromVersionOne();
    JsonNode record = only(explain("record", address, "--json"));
    String event = record.get("row").get("event_id").asText();

    assertThat(record.get("today").get("agrees").asBoolean()).isTrue();
    assertThat(record.get("since").get("lake_version").asLong()).isEqualTo(1);
    assertThat(record.get("since").get("run_id").asText()).contains("silver");
    assertThat(record.get("value").asText()).contains("\"price\":").contains(event);
    assertThat(explain("record", address).out())
        .contains("  refined", event, "v1 -> v2", "in force", "since     lake version 1");
    assertThat(explain("event", event, "--json").json().get("records"))
        .extracting(ExplainedLakeTest::address)
        .contains(address);
  }

  /** Which partition has one, and at which offset, differs from run to run. */
  private String refinedFromVersionOne() throws Exception {
    for (String place : places()) {
      JsonNode record = only(explain("record", place, "--json"));
      if (record.get("fate").asText().equals("refined")
          && record.get("schema_versions").get(0).asInt() == 1) {
        return address(record);
      }
    }
    throw new AssertionError("nothing of version 1 was refined among " + places());
  }

  @Test
  void every_record_has_the_fate_that_was_counted() throws Exception {
    JsonNode totals = lake.status().get("lake").get("totals");
    int refined = 0;
    int quarantined = 0;
    int duplicates = 0;
    for (String place : places()) {
      switch (only(explain("record", place, "--json")).get("fate").asText()) {
        case "refined" -> refined++;
        case "quarantined" -> quarantined++;
        case "duplicate" -> duplicates++;
        default -> throw new AssertionError("no fate: " + place);
      }
    }
    assertThat(refined).isEqualTo(totals.get("refined").asInt());
    assertThat(quarantined).isEqualTo(totals.get("quarantined").asInt());
    assertThat(duplicates).isEqualTo(totals.get("duplicates").asInt()).isPositive();
  }

  @Test
  void a_quarantined_and_a_duplicate_record_say_why() throws Exception {
    JsonNode conflict =
        lake.run("quarantine", "list", "--reason", "duplicate_conflict", "--limit", "1", "--json")
            .json()
            .get("newest")
            .get(0);
    Outcome why = explain("record", address(conflict));
    assertThat(why.out())
        .contains(
            "  quarantined", "duplicate_conflict: event_id", "with other content", "in force");

    for (String place : places()) {
      JsonNode record = only(explain("record", place, "--json"));
      if (record.get("fate").asText().equals("duplicate")) {
        assertThat(explain("record", address(record)).out())
            .contains("duplicate of orders-", "was recorded before, at orders-", "counts once");
        JsonNode all =
            explain("event", record.get("first").get("event_id").asText(), "--json")
                .json()
                .get("records");
        assertThat(all).extracting(each -> each.get("fate").asText()).startsWith("refined");
        assertThat(all).extracting(ExplainedLakeTest::address).contains(address(record));
        return;
      }
    }
    throw new AssertionError("no duplicate among " + places());
  }

  /** Of every record that Bronze holds. */
  private List<String> places() throws Exception {
    List<String> places = new ArrayList<>();
    Iterator<Map.Entry<String, JsonNode>> ends =
        lake.status().get("bronze").get("next_offsets").fields();
    while (ends.hasNext()) {
      Map.Entry<String, JsonNode> end = ends.next();
      for (long offset = 0; offset < end.getValue().asLong(); offset++) {
        places.add(end.getKey() + "@" + offset);
      }
    }
    return places;
  }
}
