package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lakes from before are made whole, and become others, on real Spark. */
class ChangedLakeTest {
  @TempDir Path folder;

  private Outcome fine(String... arguments) {
    Outcome outcome = new CommandLineStage(folder).run(arguments);
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    return outcome;
  }

  private JsonNode cityHours(String... more) throws Exception {
    String[] arguments = {"gold", "revenue_by_city_hour", "--json", "--data", "lake"};
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + more.length);
    System.arraycopy(more, 0, all, arguments.length, more.length);
    return fine(all).json().get("tables").get(0);
  }

  @Test
  void a_lake_of_mixed_zones_is_cut_anew_in_the_zone_that_is_asked_for() throws Exception {
    EarlierLake.MIXED_ZONES.unpackTo(folder.resolve("lake"));
    fine("init", "--data", "lake");
    JsonNode mixed = cityHours();
    String foreseen =
        fine("rebuild", "gold", "--reporting-zone", "Europe/Berlin", "--dry-run", "--data", "lake")
            .out();
    assertThat(foreseen).contains("cells gone", "119432.295", "nothing was changed");
    fine("rebuild", "gold", "--reporting-zone", "Europe/Berlin", "--data", "lake");

    fine("audit", "--data", "lake");
    assertThat(fine("init", "--data", "lake").out()).contains("Europe/Berlin");
    assertThat(cityHours().get("total")).isEqualTo(mixed.get("total"));
    assertThat(cityHours("--as-of", "4")).isEqualTo(mixed);
  }

  @Test
  void a_cell_of_before_a_change_of_zone_is_explained_in_the_zone_of_then() throws Exception {
    EarlierLake.DEFAULTS.unpackTo(folder.resolve("lake"));
    JsonNode gold = fine("gold", "revenue_by_product_day", "--json", "--data", "lake").json();
    JsonNode cell = gold.get("tables").get(0).get("cells").get(0);
    String[] explain = {
      "explain",
      "revenue_by_product_day",
      "--product",
      cell.get("product").asText(),
      "--day",
      cell.get("day").asText(),
      "--as-of",
      gold.get("lake_version").asText(),
      "--json",
      "--data",
      "lake"
    };
    JsonNode before = fine(explain).json();

    fine("rebuild", "gold", "--reporting-zone", "Pacific/Kiritimati", "--data", "lake");

    assertThat(fine(explain).json()).isEqualTo(before);
  }

  @Test
  void another_currency_judges_everything_anew_and_loses_rows_only_when_told_to() throws Exception {
    EarlierLake.DEFAULTS.unpackTo(folder.resolve("lake"));
    JsonNode before = cityHours();
    String[] change = {"rebuild", "all", "--currency", "EUR", "--data", "lake"};
    Outcome asked = new CommandLineStage(folder).run(change);
    assertThat(asked.code()).isEqualTo(64);
    assertThat(asked.err()).contains("currency_unsupported", "nothing was done", "--yes");
    assertThat(cityHours()).isEqualTo(before);

    fine("rebuild", "all", "--currency", "EUR", "--yes", "--data", "lake");
    fine("audit", "--data", "lake");
    // Of each half, one event is in euros and one of version 1 says nothing.
    assertThat(cityHours().get("total").get("events").asLong()).isEqualTo(4);
    assertThat(fine("config", "--data", "lake").out()).contains("EUR");
  }
}
