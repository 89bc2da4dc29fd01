package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on refunds and currencies, command by command on real Kafka and Spark. */
class RefundsAndCurrenciesTest {
  private static final String DAYS = "revenue_by_city_day";

  @TempDir Path folder;

  private StagedLake lake;

  @Test
  void what_was_taken_back_lowers_what_was_sold_in_its_own_currency() throws Exception {
    String page = Files.readString(CommandLineStage.HOME.resolve("docs/refunds-and-currencies.md"));
    new PageFolder(folder)
        .prepare(page, file -> file.replace("rates.csv", folder.resolve("rates.csv").toString()));
    List<ShellText.Step> steps = new ArrayList<>(ShellText.steps(page).values());
    assertThat(steps).hasSize(8);
    List<ShellText.Step> givenBack = List.copyOf(steps.subList(5, 8));
    steps.subList(5, 8).clear();
    lake =
        new StagedLake(
            new CommandLineStage(folder)
                .with("ORDERLAKE_CONFIG", folder.resolve("money.yaml").toString()));
    try (RoleProcess up = up()) {
      up.awaitLine("ready: ");
      lake.play(steps.remove(0));
      lake.await(
          status -> StagedLake.total(status, "read") == 1_000 && StagedLake.isCaughtUp(status));
      steps.forEach(lake::play);

      JsonNode status = lake.status();
      assertThat(StagedLake.total(status, "refined")).as("nothing quarantined").isEqualTo(1_000);
      Map<String, Day> sold = sold();
      assertThat(stored()).isEqualTo(sold).hasSize(80);
      assertThat(sold.values())
          .allSatisfy(day -> assertThat(day.gross.subtract(day.refunds)).isEqualTo(day.revenue))
          .anySatisfy(day -> assertThat(day.refunds).isPositive());
      lake.succeed("rebuild", "all");
      assertThat(stored()).as("as a rebuild has it").isEqualTo(sold);
      assertThat(together()).as("in pounds").isEqualTo(inPounds());
      assertThat(up.stop()).isZero();
    }
    otherRates();
    tooMuch(givenBack);
  }

  /** One order is given back beyond what it sold. */
  private void tooMuch(List<ShellText.Step> steps) throws Exception {
    try (RoleProcess up = up()) {
      up.awaitLine("ready: ");
      lake.play(steps.get(0));
      lake.await(
          status -> StagedLake.total(status, "read") == 1_001 && StagedLake.isCaughtUp(status));
      lake.play(steps.get(1));
      lake.play(steps.get(2));
      assertThat(up.stop()).isZero();
    }
    JsonNode found = lake.run("refunds", "--json").json();
    assertThat(found.at("/beyond/GBP/orders").asLong()).isEqualTo(1);
    assertThat(lake.run("audit", "--json").json().get("over_refunds").get("beyond"))
        .isEqualTo(found.get("beyond"));
    assertThat(found.get("greatest")).hasSize(21);
    assertThat(lake.succeed("refunds", "--csv").out()).contains("536001,GBP,101.0500,102.0000");
    JsonNode refund = refundOf("536001");
    assertThat(refund.get("order_balance")).isEqualTo(found.get("greatest").get(0));
    assertThat(lake.run("refunds", "--as-of", "1", "--json").json().get("beyond")).isEmpty();
  }

  private JsonNode refundOf(String order) throws Exception {
    List<JsonNode> refunds = new ArrayList<>();
    JsonNode cell =
        lake.run(
                "explain",
                DAYS,
                "--city",
                "Leeds",
                "--currency",
                "GBP",
                "--day",
                "2026-10-30",
                "--json")
            .json();
    for (JsonNode record : cell.get("records")) {
      if (record.at("/row/order_id").asText().equals(order)) {
        refunds.add(record);
      }
    }
    assertThat(refunds).hasSize(1);
    return refunds.get(0);
  }

  /** The second week gets another rate, and each row of it another amount. */
  private void otherRates() throws Exception {
    BigDecimal before = inPounds();
    Path rates = folder.resolve("rates.csv");
    Files.writeString(rates, Files.readString(rates).replace("0.86940", "0.96940"));
    long changed =
        rows().stream()
            .filter(row -> row.currency().equals("EUR"))
            .filter(row -> row.day().getDayOfMonth() >= 7 && row.day().getDayOfMonth() < 14)
            .count();
    JsonNode foreseen = lake.run("rebuild", "all", "--dry-run", "--json").json();

    assertThat(changed).isPositive();
    assertThat(foreseen.at("/in/by_reason").toString()).isEqualTo("{\"changed\":" + changed + "}");
    assertThat(foreseen.get("out").get("by_reason")).isEqualTo(foreseen.at("/in/by_reason"));
    assertThat(converted(foreseen, "in").subtract(converted(foreseen, "out")))
        .isEqualByComparingTo(inPounds().subtract(before));
    try (RoleProcess up = up()) {
      up.awaitLine("ready: ");
      lake.succeed("audit");
      lake.succeed("rebuild", "all", "--yes");
      assertThat(together()).isEqualTo(inPounds());
      lake.succeed("audit");
      assertThat(up.stop()).isZero();
    }
  }

  private record Day(
      BigDecimal revenue, long units, long events, BigDecimal gross, BigDecimal refunds) {
    static final Day NONE = new Day(plain("0"), 0, 0, plain("0"), plain("0"));

    Day plus(long quantity, BigDecimal total) {
      boolean isSale = quantity > 0;
      return new Day(
          revenue.add(total),
          units + quantity,
          events + 1,
          isSale ? gross.add(total) : gross,
          isSale ? refunds : refunds.subtract(total));
    }
  }

  private static BigDecimal plain(String amount) {
    return new BigDecimal(amount).setScale(4);
  }

  /**
   * A line of the export.
   *
   * @param day in London as in UTC, since nothing is sold at night
   */
  private record Row(String city, String currency, LocalDate day, long quantity, BigDecimal total) {
    static Row of(String line) {
      String[] cells = line.split(",", -1);
      LocalDate day =
          LocalDate.parse(cells[3], DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT));
      long quantity = Long.parseLong(cells[2]);
      BigDecimal total = plain(cells[4]).multiply(BigDecimal.valueOf(quantity));
      return new Row(cells[6], cells[7], day, quantity, total);
    }
  }

  /** The export, read without anything of Orderlake's. */
  private List<Row> rows() throws IOException {
    return Files.readAllLines(folder.resolve("invoices.csv")).stream()
        .skip(1)
        .map(Row::of)
        .toList();
  }

  /** What it says by city, currency and day. */
  private Map<String, Day> sold() throws IOException {
    Map<String, Day> days = new TreeMap<>();
    for (Row row : rows()) {
      String key = row.city() + " " + row.currency() + " " + row.day();
      days.put(key, days.getOrDefault(key, Day.NONE).plus(row.quantity(), row.total()));
    }
    return days;
  }

  /** All of it by the rates, each row rounded once. */
  private BigDecimal inPounds() throws IOException {
    TreeMap<LocalDate, BigDecimal> rates = new TreeMap<>();
    for (String line : Files.readAllLines(folder.resolve("rates.csv")).subList(1, 4)) {
      String[] cells = line.split(",", -1);
      rates.put(LocalDate.parse(cells[0]), new BigDecimal(cells[2]));
    }
    BigDecimal sum = plain("0");
    for (Row row : rows()) {
      BigDecimal rate =
          row.currency().equals("GBP") ? BigDecimal.ONE : rates.floorEntry(row.day()).getValue();
      sum = sum.add(row.total().multiply(rate).setScale(4, RoundingMode.HALF_EVEN));
    }
    return sum;
  }

  private static BigDecimal converted(JsonNode foreseen, String way) {
    return new BigDecimal(foreseen.get(way).get("converted").asText());
  }

  private BigDecimal together() throws Exception {
    JsonNode gold = lake.run("gold", "revenue_by_currency_month", "--json").json();
    return new BigDecimal(gold.at("/tables/0/total/converted").asText());
  }

  private Map<String, Day> stored() throws Exception {
    Map<String, Day> days = new TreeMap<>();
    Outcome gold = lake.succeed("gold", DAYS, "--json");
    for (JsonNode cell : gold.json().get("tables").get(0).get("cells")) {
      days.put(
          cell.get("city").asText()
              + " "
              + cell.get("currency").asText()
              + " "
              + cell.get("day").asText(),
          new Day(
              plain(cell.get("revenue").asText()),
              cell.get("units").asLong(),
              cell.get("events").asLong(),
              plain(cell.get("gross").asText()),
              plain(cell.get("refunds").asText())));
    }
    return days;
  }

  private RoleProcess up() throws IOException {
    return RoleProcess.start(
        folder, Map.of("ORDERLAKE_CONFIG", "money.yaml"), "up", "--data", "lake", "--rate", "0");
  }
}
