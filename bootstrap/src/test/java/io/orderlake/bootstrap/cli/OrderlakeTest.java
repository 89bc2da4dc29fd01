package io.orderlake.bootstrap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.run.JobName;
import io.vavr.collection.List;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderlakeTest {
  @TempDir Path folder;
  private CommandLineStage stage;

  @BeforeEach
  void a_stage() {
    stage = new CommandLineStage(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "init",
        "up",
        "produce",
        "ingest",
        "runner",
        "watch",
        "trigger",
        "maintain",
        "status",
        "check",
        "gold",
        "quarantine",
        "explain",
        "audit",
        "source",
        "config"
      })
  void every_role_explains_itself_with_its_exit_codes(String role) {
    Outcome help = stage.help(role);
    assertThat(help.code()).isZero();
    assertThat(help.out()).contains("orderlake " + role, "--data=DIR", "Exit codes", "75");
  }

  @Test
  void synthetic_orders_need_a_topic_of_the_contract() throws IOException {
    Files.writeString(
        folder.resolve("own.yaml"),
        """
        kafka.topic: ""
        sources.shop: {topics: shop, product: p, quantity: q, unit_price: u, city: c, event_time: t}
        """);
    Outcome outcome = stage.run("up", "--rate", "5", "--data", "lake", "--config", "own.yaml");
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("synthetic orders, and kafka.topic names no topic for them");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up --rate -1", "up --rate fast", "ingest --idle x", "init --zone Mars"})
  void a_wrong_command_line_makes_no_lake(String line) {
    Path lake = folder.resolve("lake");
    Outcome outcome = stage.run((line + " --data " + lake).split(" "));
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(lake).doesNotExist();
  }

  @Test
  void the_program_lists_its_roles() {
    assertThat(stage.help().out()).contains("demo", "up", "produce", "quarantine");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "statsu|Did you mean",
        "gold --data . --limit 1.5|'1.5' is not a whole number",
        "gold --data . --limit 99999999999|'99999999999' is too large; the greatest is 2147483647",
        "gold --data . --limit -99999999999|'-99999999999' is too small",
        "produce --count 99999999999999999999|'99999999999999999999' is too large; the greatest is"
            + " 9223372036854775807",
        "audit --data . --sample 9999999999999999999|is too large; the greatest is"
            + " 999999999999999999",
        "produce --count many|'many' is not a whole number",
        "up --rate fast|'fast' is not a number",
        "gold --data . --city Berlin --product Laptop|no Gold table has the columns city, product",
        "gold --data . revenue_by_moon|there is no Gold table",
        "gold --data . revenue_by_product_day --city Berlin|has no column city",
        "gold --data . --csv|--csv prints one table",
        "quarantine --data . --reason bad_luck|there is no reason 'bad_luck'",
        "explain --data . revenue_by_moon|a Gold table (revenue_by_city_hour,"
            + " revenue_by_product_day)",
        "explain --data . revenue_by_city_hour --city Rome|named by --city and --hour",
        "explain --data . revenue_by_city_hour --city Rome --day 2026-11-22|has no column day",
        "explain --data . revenue_by_product_day x --product P --day 2026-11-22|is one too many",
        "explain --data . event|needs the event's id",
        "explain --data . event e-1 --city Rome|--city names a cell",
        "explain --data . record orders/0|TOPIC/PARTITION/OFFSET",
        "explain --data . record orders/0/1 --as-of soon|'soon' is not a date",
        "audit --data . --from soon|from: 'soon' is not a date",
        "audit --data . --sample 0|above 0",
        "audit --data . --sample 5 --to 2026-11-22|leave out",
        "up --rate -1|--rate",
        "produce --rate fast|neither a number nor max",
        "produce --defects 2|share from 0 to 1",
        "produce --schema-version 6|version 2 to 5",
        "produce --from sales.csv --map price=Price|there is no such file",
        "produce --from sales.csv --map price=Price|product, quantity, city, event_time are not"
            + " mapped",
        "produce --from sales.csv --map price|cannot be read from 'price' on",
        "produce --from sales.csv --time-format DD.MM.YYYY|the day of the month is d",
        "produce --from sales.csv --time-zone Europe/Berln|did you mean Europe/Berlin?",
        "produce --from sales.csv --delimiter ;;|--delimiter is one character",
        "produce --from sales.csv --decimal x|--decimal is . or ,",
        "produce --from sales.csv --encoding latin-one|there is no encoding 'latin-one'",
        "produce --check --decimal x|--check, --decimal are for a real feed",
        "produce --from sales.csv --count 5 --rate 9|--rate, --count are for synthetic orders",
        "produce --from sales.jsonl --map product=P --format jsonl|--map is for --format csv",
        "source check|no source is configured",
        "source check shop|there is no source 'shop'; no source is configured",
        "source list --topic t --count 1|--count, --topic belongs to `source check NAME`",
        "source check shop --from f --topic t --bootstrap h:1|--bootstrap, --topic is for records"
            + " of topics",
        "source check shop --count 0|--count is 1 or more, not 0",
        "source check shop --count some|'some' is not a whole number",
        "source check shop --limit -1|--limit is 0 or more, not -1",
        "source chekc shop|expected one of [LIST, CHECK]",
        "trigger silver --run-id a/b --data lake|--run-id",
        "trigger silver --timeout soon|is not a duration",
        "demo --events 0|--events is 1 or more"
      })
  void a_wrong_command_line_is_refused_with_what_is_wrong(String line, String expected) {
    Outcome outcome = stage.run(line.split(" "));
    assertThat(outcome.err()).contains(expected);
    assertThat(outcome.code()).isEqualTo(64);
  }

  @Test
  void a_wrong_configuration_ends_the_role_with_every_problem() throws IOException {
    Files.writeString(folder.resolve("bad.yaml"), "kafka:\n  port: x\n  topik: y\n");
    Outcome outcome = stage.run("status", "--config", "bad.yaml");
    assertThat(outcome.code()).isEqualTo(78);
    assertThat(outcome.err()).contains("line 2", "line 3", "kafka.topik");
  }

  @Test
  void secrets_are_masked_when_the_configuration_is_shown() throws IOException {
    Files.writeString(
        folder.resolve("c.yaml"), "kafka.client:\n  sasl.jaas.config: hunter2\n  client.id: me\n");
    for (String form : new String[] {"--json", "--data=x"}) {
      Outcome outcome = stage.run("config", "--config", "c.yaml", form);
      assertThat(outcome.out()).contains("sasl.jaas.config", "********", "me");
      assertThat(outcome.out()).doesNotContain("hunter2");
    }
  }

  @Test
  void a_directory_without_a_lake_is_named() {
    Outcome outcome = stage.run("status", "--data", "nowhere");
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err()).contains("nowhere", "orderlake up");
    assertThat(folder.resolve("nowhere/triggers")).doesNotExist();
  }

  @Test
  void the_help_of_produce_names_every_version_that_orders_are_generated_in() {
    assertThat(stage.run("produce", "--help").out().replaceAll("\\s+", " "))
        .contains(
            "contract: "
                + List.rangeClosed(GeneratorSettings.OLDEST_VERSION, SchemaVersions.CURRENT)
                    .mkString(", ")
                + ";");
  }

  @Test
  void the_help_of_trigger_names_every_job() {
    assertThat(stage.run("trigger", "--help").out().replaceAll("\\s+", " "))
        .contains(List.of(JobName.values()).init().mkString(", ") + " or " + JobName.REDRIVE + ".");
  }

  @Test
  void a_request_without_a_runner_stays_and_the_exit_code_says_ask_again() {
    stage.run("init", "--data", "lake");
    Outcome outcome =
        stage.run(
            "trigger",
            "silver",
            "--run-id",
            "r1",
            "--wait",
            "--timeout",
            "300ms",
            "--data",
            "lake");
    assertThat(outcome.code()).isEqualTo(75);
    assertThat(outcome.err()).contains("r1", "no runner is active");
    assertThat(folder.resolve("lake/triggers/pending/r1.json")).exists();
  }

  @Test
  void maintenance_without_a_runner_says_so_and_its_request_stays() {
    stage.run("init", "--data", "lake");
    stage.run("trigger", "silver", "--run-id", "r1", "--data", "lake");
    Outcome outcome = stage.run("maintain", "--timeout", "300ms", "--data", "lake");
    assertThat(outcome.code()).isEqualTo(75);
    assertThat(outcome.err()).contains("no runner is active", "cli-compact-", "orderlake runner");
    assertThat(folder.resolve("lake/triggers/pending").toFile().list())
        .hasSize(2)
        .anySatisfy(name -> assertThat(name).startsWith("cli-compact-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"59m", "90m", "0h", "soon"})
  void a_retention_that_is_too_short_or_no_whole_hours_is_refused(String retention) {
    Outcome outcome = stage.run("maintain", "--retention", retention, "--data", "lake");
    assertThat(outcome.code()).isEqualTo(64);
    assertThat(outcome.err()).contains("--retention");
  }

  @Test
  void an_empty_lake_has_a_status() throws Exception {
    stage.run("init", "--data", "lake");
    Outcome outcome = stage.run("status", "--data", "lake");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).contains("nothing yet", "none is active");
  }
}
