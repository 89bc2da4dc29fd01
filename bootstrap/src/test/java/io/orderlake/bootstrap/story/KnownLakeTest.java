package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A lake knows what it is, whatever a shell has forgotten to say or says otherwise. */
class KnownLakeTest {
  private static final String ZONE = "ORDERLAKE_GOLD_REPORTING_ZONE";
  private static final String CURRENCY = "ORDERLAKE_RULES_CURRENCY";

  @TempDir Path folder;
  private CommandLineStage stage;

  @BeforeEach
  void a_stage() {
    stage = new CommandLineStage(folder);
  }

  private static Outcome fine(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    return outcome;
  }

  private static void refused(Outcome outcome, String... words) {
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(78);
    assertThat(outcome.err()).contains(words);
    assertThat(outcome.out()).isEmpty();
  }

  private boolean isWrittenDown() {
    return Files.exists(folder.resolve("lake/lake.json"));
  }

  /** What was shown when the lake was written, and that it is in the lake's own currency. */
  private static void sameFigures(JsonNode shown, EarlierLake earlier) throws IOException {
    JsonNode expected = earlier.gold();
    for (JsonNode table : shown.get("tables")) {
      ObjectNode total = (ObjectNode) table.get("total");
      assertThat(total.remove("by_currency").fieldNames())
          .toIterable()
          .containsExactly(earlier.currency());
      for (JsonNode cell : table.get("cells")) {
        assertThat(((ObjectNode) cell).remove("currency").asText()).isEqualTo(earlier.currency());
      }
    }
    assertThat(shown.get("tables")).isEqualTo(expected.get("tables"));
    assertThat(shown.get("lake_version")).isEqualTo(expected.get("lake_version"));
  }

  @ParameterizedTest
  @EnumSource(
      value = EarlierLake.class,
      names = {"DEFAULTS", "BERLIN_EUR"})
  void a_lake_from_before_is_read_rightly_in_a_shell_that_says_nothing(EarlierLake earlier)
      throws Exception {
    earlier.unpackTo(folder.resolve("lake"));
    sameFigures(fine(stage.run("gold", "--json", "--data", "lake")).json(), earlier);
    assertThat(fine(stage.run("audit", "--data", "lake")).out())
        .containsOnlyOnce("named them otherwise")
        .contains("orderlake rebuild all");
    assertThat(isWrittenDown()).isFalse();
  }

  @Test
  void a_lake_from_before_takes_on_what_it_is_once_and_says_so() throws Exception {
    EarlierLake.BERLIN_EUR.unpackTo(folder.resolve("lake"));
    Outcome told = fine(stage.with(ZONE, "Europe/Berlin").run("init", "--data", "lake"));
    assertThat(told.err()).contains("taken on reporting zone Europe/Berlin and currency EUR");
    assertThat(isWrittenDown()).isTrue();

    assertThat(fine(stage.run("init", "--data", "lake")).err()).isEmpty();
    sameFigures(fine(stage.run("gold", "--json", "--data", "lake")).json(), EarlierLake.BERLIN_EUR);
    refused(
        stage.with(ZONE, "UTC").run("gold", "--data", "lake"),
        "is Europe/Berlin, not UTC",
        "environment variable " + ZONE,
        "rebuild gold --reporting-zone UTC");
  }

  @Test
  void a_lake_from_before_is_not_guessed_at_by_a_role_that_writes() throws Exception {
    EarlierLake.BERLIN_EUR.unpackTo(folder.resolve("lake"));
    refused(stage.run("init", "--data", "lake"), "were not cut in UTC", ZONE, "Europe/Berlin");
    assertThat(isWrittenDown()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDERLAKE_GOLD_REPORTING_ZONE,Asia/Tokyo,were not cut in Asia/Tokyo",
    "ORDERLAKE_RULES_CURRENCY,EUR,'is USD, not EUR'"
  })
  void what_contradicts_the_tables_of_a_lake_from_before_is_refused(
      String variable, String value, String sentence) throws Exception {
    EarlierLake.DEFAULTS.unpackTo(folder.resolve("lake"));
    for (String role : new String[] {"init", "gold", "audit", "status", "config"}) {
      refused(stage.with(variable, value).run(role, "--data", "lake"), sentence, variable);
    }
    assertThat(isWrittenDown()).isFalse();
  }

  @Test
  void every_setting_that_disagrees_is_told_with_where_it_was_made() throws IOException {
    fine(
        stage.run(
            "init", "--data", "lake", "--reporting-zone", "Europe/Berlin", "--currency", "EUR"));
    Files.writeString(folder.resolve("o.yaml"), "rules.currency: USD\ngold.reporting-zone: UTC\n");
    for (String role : new String[] {"gold", "status", "watch", "runner", "ingest", "up", "init"}) {
      refused(
          stage.run(role, "--data", "lake", "--config", "o.yaml"),
          "is Europe/Berlin, not UTC",
          "o.yaml line 2",
          "is EUR, not USD",
          "o.yaml line 1",
          "rebuild all --currency USD");
    }
  }

  @ParameterizedTest
  @CsvSource({"UTC,Z", "UTC,GMT", "Etc/UTC,UTC", "Z,+00:00", "Asia/Calcutta,Asia/Kolkata"})
  void another_spelling_of_the_zone_is_no_disagreement(String born, String said) {
    fine(stage.with(ZONE, born).run("init", "--data", "lake"));
    fine(stage.with(ZONE, said).run("status", "--data", "lake"));
  }

  @Test
  void the_configuration_shows_what_the_lake_says() throws Exception {
    fine(stage.with(CURRENCY, "EUR").run("init", "--data", "lake"));
    JsonNode currency =
        fine(stage.run("config", "--json", "--data", "lake")).json().get("rules.currency");
    assertThat(currency.get("value").asText()).isEqualTo("EUR");
    assertThat(currency.get("origin").asText()).contains("lake.json");
  }

  @Test
  void damaged_properties_are_named_by_every_role() throws IOException {
    fine(stage.run("init", "--data", "lake"));
    Path file = folder.resolve("lake/lake.json");
    Files.writeString(file, Files.readString(file).replace("USD", "EUR"));
    for (String role : new String[] {"gold", "init", "config", "runner"}) {
      Outcome outcome = stage.run(role, "--data", "lake");
      assertThat(outcome.code()).isEqualTo(74);
      assertThat(outcome.err()).contains(file.toString(), "checksum", "backup");
    }
  }

  @Test
  void a_lake_of_mixed_zones_takes_on_the_configured_one_and_says_the_cure() throws Exception {
    EarlierLake.MIXED_ZONES.unpackTo(folder.resolve("lake"));
    fine(stage.run("gold", "--data", "lake"));
    for (String zone : new String[] {"UTC", "Europe/Berlin"}) {
      Outcome audit = stage.with(ZONE, zone).run("audit", "--data", "lake");
      assertThat(audit.code()).isEqualTo(74);
      assertThat(audit.out())
          .contains("cut in another reporting zone", "orderlake rebuild gold")
          .doesNotContain("backup");
    }
    Outcome told = fine(stage.with(ZONE, "Europe/Berlin").run("init", "--data", "lake"));
    assertThat(told.err()).contains("Europe/Berlin", "another zone", "orderlake rebuild gold");
  }
}
