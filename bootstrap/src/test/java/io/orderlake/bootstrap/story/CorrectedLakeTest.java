package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule turns out to be too strict: what it kept back is released, and counted once. */
class CorrectedLakeTest {
  @TempDir Path folder;

  private StagedLake lake;

  @Test
  void what_a_loosened_rule_releases_is_what_a_rebuild_under_it_gives() throws Exception {
    CommandLineStage stage = new CommandLineStage(folder);
    lake = new StagedLake(stage);
    Outcome demo =
        stage.run("demo", "--data", "lake", "--events", "1500", "--defects", "0.3", "--seed", "11");
    assertThat(demo.code()).as(demo.out() + demo.err()).isZero();
    Files.writeString(folder.resolve("loose.yaml"), "rules:\n  max-quantity: 2000000\n");
    List<JsonNode> strict = figures();

    JsonNode tooMany = held("\"quantity\":1000001");

    JsonNode preview = ask("quarantine", "redrive", "--dry-run");
    assertThat(preview.get("rows").asLong()).isPositive();
    assertThat(preview.get("out_of_turn").asLong()).isZero();
    assertThat(figures()).isEqualTo(strict);

    try (RoleProcess runner =
        RoleProcess.start(folder, "runner", "--data", "lake", "--config", "loose.yaml")) {
      JsonNode counts = ask("quarantine", "redrive").get("counts");
      assertThat(counts.get("refined").asLong()).isEqualTo(preview.get("rows").asLong());
      List<JsonNode> loose = figures();
      assertThat(revenue(loose).subtract(revenue(strict)))
          .isEqualByComparingTo(new BigDecimal(preview.get("revenue").asText()));

      JsonNode told = ask("quarantine", "show", address(tooMany)).get("records").get(0);
      assertThat(told.get("fate").asText()).isEqualTo("refined");
      assertThat(told.get("quarantined_before").get(0).get("reasons").get(0).get("code").asText())
          .isEqualTo("quantity_out_of_range");

      long released = version();
      ask("quarantine", "redrive");
      assertThat(version()).isEqualTo(released);

      ask("rebuild", "all");
      assertThat(version()).isGreaterThan(released);
      assertThat(figures()).isEqualTo(loose);
    }

    JsonNode audit = ask("audit");
    assertThat(audit.get("intact").asBoolean()).isTrue();
    assertThat(audit.get("older_rules")).isEmpty();
  }

  /** What a role says as JSON under the loosened rules. */
  private JsonNode ask(String... role) throws Exception {
    List<String> arguments = new ArrayList<>(List.of(role));
    arguments.addAll(List.of("--config", "loose.yaml", "--json"));
    Outcome outcome = lake.run(arguments.toArray(String[]::new));
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
    return outcome.json();
  }

  /** A record of the quarantine that has this in its value, and one reason against it. */
  private JsonNode held(String part) throws Exception {
    for (JsonNode held : ask("quarantine", "list", "--limit", "1000").get("newest")) {
      if (held.get("reasons").size() == 1 && held.path("value").asText().contains(part)) {
        return held;
      }
    }
    throw new AssertionError("no quarantined record holds " + part);
  }

  private static String address(JsonNode record) {
    return record.get("topic").asText()
        + "/"
        + record.get("partition").asText()
        + "/"
        + record.get("offset").asText();
  }

  private long version() throws Exception {
    return lake.status().get("lake").get("version").asLong();
  }

  /** The Gold tables' sums and cells. */
  private List<JsonNode> figures() throws Exception {
    List<JsonNode> figures = new ArrayList<>();
    for (JsonNode table : lake.gold().get("tables")) {
      figures.add(table.get("total"));
      figures.add(table.get("cells"));
    }
    return figures;
  }

  private static BigDecimal revenue(List<JsonNode> figures) {
    return new BigDecimal(figures.get(0).get("revenue").asText());
  }
}
