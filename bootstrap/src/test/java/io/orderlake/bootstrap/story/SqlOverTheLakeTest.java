package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions in SQL, views and exports of a lake that real Kafka and Spark have filled. */
class SqlOverTheLakeTest {
  private static final String CELLS =
      "select city, currency, hour, revenue, units, events from gold.revenue_by_city_hour order by"
          + " hour, city, currency";

  @TempDir Path folder;

  private StagedLake lake;

  @Test
  void answers_are_those_of_gold_and_stay_when_runs_go_on() throws Exception {
    lake = new StagedLake(new CommandLineStage(folder));
    String page =
        ShellText.section(
            Files.readString(CommandLineStage.HOME.resolve("docs/bi.md")), "From nothing");
    Files.writeString(folder.resolve("orders.jsonl"), ShellText.file(page, "orders.jsonl"));
    try (RoleProcess up = RoleProcess.start(folder, "up", "--data", "lake", "--rate", "0")) {
      up.awaitLine("ready: ");
      lake.succeed("produce", "--from", "orders.jsonl");
      await(3);
      String sql =
          ShellText.section(
              Files.readString(CommandLineStage.HOME.resolve("docs/bi.md")),
              "SQL without a server");
      List<ShellText.Step> steps = new ArrayList<>(ShellText.steps(sql).values());
      assertThat(steps).hasSize(2);
      steps.forEach(lake::play);

      long before = lake.status().get("lake").get("version").asLong();
      String cells = lake.succeed("sql", CELLS, "--json").out();
      sameAsGold(new CommandLineOutcome(cells).rows(), lake.gold());
      String views = lake.succeed("sql-views").out();
      assertThat(views).contains("-- Lake version " + before);
      List<String> gold = askedOf(views);

      lake.succeed("produce", "--count", "2000");
      await(2003);
      lake.succeed("maintain");
      assertThat(lake.succeed("sql", CELLS, "--json", "--as-of", "" + before).out())
          .isEqualTo(cells);
      assertThat(askedOf(views)).isEqualTo(gold);
      sameAsGold(
          new CommandLineOutcome(lake.succeed("sql", CELLS, "--json").out()).rows(), lake.gold());
      everyTableCounts();
      exportsAreTheSame();
      assertThat(up.stop()).isZero();
    }
    refusals();
  }

  private void await(long read) throws Exception {
    var unused =
        lake.await(
            status -> StagedLake.total(status, "read") == read && StagedLake.isCaughtUp(status));
  }

  /** The lake's sums, and what the tables have. */
  private void everyTableCounts() throws Exception {
    JsonNode totals = lake.status().get("lake").get("totals");
    JsonNode counted =
        new CommandLineOutcome(
                lake.succeed(
                        "sql",
                        "select (select count(*) from bronze.orders) as read, (select count(*) from"
                            + " silver.orders) as refined, (select count(distinct (topic,"
                            + " \"partition\", \"offset\")) from silver.quarantine) as quarantined,"
                            + " (select typeof(event_date) from silver.orders limit 1) as silver_day,"
                            + " (select typeof(date) from gold.revenue_by_city_hour limit 1) as"
                            + " gold_day",
                        "--json")
                    .out())
            .rows()
            .get(0);
    assertThat(counted.get("read").asLong()).isEqualTo(totals.get("read").asLong());
    assertThat(counted.get("refined").asLong()).isEqualTo(totals.get("refined").asLong());
    assertThat(counted.get("quarantined").asLong()).isEqualTo(totals.get("quarantined").asLong());
    assertThat(counted.get("silver_day").asText()).isEqualTo("DATE");
    assertThat(counted.get("gold_day").asText()).isEqualTo("VARCHAR");
  }

  private void exportsAreTheSame() throws Exception {
    String csv = lake.succeed("export", "revenue_by_city_hour").out();
    assertThat(csv).isEqualTo(lake.succeed("gold", "revenue_by_city_hour", "--csv-raw").out());
    lake.succeed("export", "revenue_by_city_hour", "--to", "cells.csv");
    assertThat(Files.readAllLines(folder.resolve("cells.csv")))
        .containsExactlyElementsOf(csv.lines().toList());
    lake.succeed("export", "revenue_by_city_hour", "--format", "json", "--to", "cells.json");
    assertThat(Files.readString(folder.resolve("cells.json"))).contains("\"lake_version\"");
    lake.succeed("export", "revenue_by_city_hour", "--format", "parquet", "--to", "cells.parquet");
    lake.succeed("sql", CELLS, "--parquet", "asked.parquet");
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      String sum = "select count(*), sum(revenue), sum(units) from '%s'";
      assertThat(rows(duckdb, sum.formatted(folder.resolve("cells.parquet"))))
          .isEqualTo(rows(duckdb, sum.formatted(folder.resolve("asked.parquet"))))
          .allSatisfy(row -> assertThat(row).startsWith("" + (csv.lines().count() - 1)));
    }
    try (var left = Files.list(folder)) {
      assertThat(left.map(Path::getFileName).map(Path::toString))
          .noneMatch(name -> name.endsWith(".part"));
    }
  }

  private void refusals() {
    assertThat(lake.run("sql", "drop table x").code()).isEqualTo(64);
    assertThat(lake.run("sql", "drop table x").err()).contains("only questions are answered");
    assertThat(lake.run("sql", "select nothing").err()).contains("nothing");
    assertThat(lake.run("sql", "from orders").err())
        .contains("orders does not exist! There are bronze.orders, gold.")
        .contains("silver.orders, silver.quarantine.");
    assertThat(lake.run("sql", CELLS, "--as-of", "9999").code()).isEqualTo(64);
    assertThat(lake.run("sql-views", "--as-of", "9999").code()).isEqualTo(64);
    assertThat(lake.run("export", "revenue_by_moon").code()).isEqualTo(64);
    Outcome parquet = lake.run("export", "revenue_by_city_hour", "--format", "parquet");
    assertThat(parquet.code()).isEqualTo(64);
    assertThat(parquet.err()).contains("--to FILE");
  }

  private static void sameAsGold(JsonNode rows, JsonNode gold) {
    JsonNode cells = gold.get("tables").get(0).get("cells");
    assertThat(rows).hasSize(cells.size()).isNotEmpty();
    for (int i = 0; i < cells.size(); i++) {
      JsonNode row = rows.get(i);
      JsonNode cell = cells.get(i);
      for (String name : List.of("city", "currency", "hour", "units", "events")) {
        assertThat(row.get(name).asText()).isEqualTo(cell.get(name).asText());
      }
      assertThat(new BigDecimal(row.get("revenue").asText()))
          .isEqualByComparingTo(cell.get("revenue").asText());
    }
  }

  /** What a DuckDB of somebody's answers over the views. */
  private static List<String> askedOf(String views) throws Exception {
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:")) {
      duckdb.createStatement().execute(views);
      return rows(duckdb, CELLS);
    }
  }

  private static List<String> rows(Connection duckdb, String question) throws Exception {
    List<String> rows = new ArrayList<>();
    try (ResultSet result = duckdb.createStatement().executeQuery(question)) {
      while (result.next()) {
        StringBuilder row = new StringBuilder();
        for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
          row.append(result.getString(i)).append(' ');
        }
        rows.add(row.toString());
      }
    }
    return rows;
  }

  private record CommandLineOutcome(String out) {
    JsonNode rows() throws Exception {
      return new Outcome(0, out, "").json().get("rows");
    }
  }
}
