package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on Gold tables, and what it says of tables that come and go; real Kafka and Spark. */
class ConfiguredTablesTest {
  private static final String CONFIG = "gold.yaml";

  @TempDir Path folder;

  private StagedLake lake;

  @Test
  void declared_tables_are_kept_like_those_that_are_built_in() throws Exception {
    String page = Files.readString(CommandLineStage.HOME.resolve("docs/gold.md"));
    for (String file : List.of(CONFIG, "orders.jsonl")) {
      Files.writeString(folder.resolve(file), ShellText.file(page, file));
    }
    List<ShellText.Step> steps = new ArrayList<>(ShellText.steps(page).values());
    assertThat(steps).hasSize(5);
    running(
        CONFIG,
        () -> {
          answers(steps.remove(0));
          caughtUp(3);
          steps.forEach(this::answers);
        });

    Files.writeString(
        folder.resolve("others.yaml"),
        """
        gold.reporting-zone: Europe/Oslo
        gold.tables:
          revenue_by_customer_week: {by: [customer_id], every: week}
          revenue_by_product_hour: {by: [product], every: hour}
        """);
    running(
        "others.yaml",
        () -> {
          lake.await(
              status -> status.get("lake").toString().contains("gold/revenue_by_product_hour"));
          assertThat(run("status").out())
              .contains("gold/revenue_by_city_product_month is declared no more");
          assertThat(run("gold", "revenue_by_product_hour").out())
              .contains("3 of 3 cells; all of them: revenue 380.00");
          fine(run("audit"));
        });

    Files.writeString(
        folder.resolve("otherwise.yaml"),
        """
        gold.reporting-zone: Europe/Oslo
        gold.tables:
          revenue_by_customer_week: {by: [city, customer_id], every: week}
        """);
    try (RoleProcess up = up("otherwise.yaml")) {
      up.awaitLine(
          "orderlake: table file:"
              + folder.resolve("lake/gold/revenue_by_customer_week")
              + " cannot be brought to the layout of this Orderlake: it lacks the column city");
    }

    running(
        CONFIG,
        () -> {
          publish("g-4");
          caughtUp(4);
        });
    fine(run("audit"));
    assertThat(run("gold", "revenue_by_city_product_month").out())
        .contains("all of them: revenue 400.00");
  }

  private interface Part {
    void play() throws Exception;
  }

  private void running(String config, Part part) throws Exception {
    lake =
        new StagedLake(
            new CommandLineStage(folder)
                .with("ORDERLAKE_CONFIG", folder.resolve(config).toString()));
    try (RoleProcess up = up(config)) {
      up.awaitLine("ready: ");
      part.play();
      assertThat(up.stop()).isZero();
    }
  }

  private RoleProcess up(String config) throws IOException {
    return RoleProcess.start(folder, "up", "--data", "lake", "--rate", "0", "--config", config);
  }

  private void caughtUp(long events) throws Exception {
    lake.await(
        status ->
            StagedLake.total(status, "read") == events
                && StagedLake.isCaughtUp(status)
                && status.get("failing").isEmpty());
  }

  private void publish(String id) throws IOException {
    Files.writeString(
        folder.resolve("more.jsonl"),
        Files.readString(folder.resolve("orders.jsonl"))
            .lines()
            .findFirst()
            .orElseThrow()
            .replace("g-1", id));
    fine(run("produce", "--from", "more.jsonl"));
  }

  private Outcome run(String... words) {
    return lake.run(words);
  }

  private static void fine(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
  }

  private void answers(ShellText.Step step) {
    Outcome outcome = run(step.words().toArray(String[]::new));
    fine(outcome);
    assertThat((outcome.err() + outcome.out()).lines().map(String::strip).toList())
        .as(step.toString())
        .containsAll(step.answer().stream().map(String::strip).toList());
  }
}
