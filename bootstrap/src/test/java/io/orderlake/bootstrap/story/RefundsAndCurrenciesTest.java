package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    new PageFolder(folder).prepare(page, file -> file);
    List<ShellText.Step> steps = new ArrayList<>(ShellText.steps(page).values());
    assertThat(steps).hasSize(5);
    lake =
        new StagedLake(
            new CommandLineStage(folder)
                .with("ORDERLAKE_CONFIG", folder.resolve("money.yaml").toString()));
    try (RoleProcess up = up()) {
      up.awaitLine("ready: ");
      answers(steps.remove(0));
      lake.await(
          status -> StagedLake.total(status, "read") == 1_000 && StagedLake.isCaughtUp(status));
      steps.forEach(this::answers);

      JsonNode status = lake.status();
      assertThat(StagedLake.total(status, "refined")).as("nothing quarantined").isEqualTo(1_000);
      Map<String, Day> sold = sold();
      assertThat(stored()).isEqualTo(sold).hasSize(80);
      assertThat(sold.values())
          .allSatisfy(day -> assertThat(day.gross.subtract(day.refunds)).isEqualTo(day.revenue))
          .anySatisfy(day -> assertThat(day.refunds).isPositive());
      fine(lake.run("rebuild", "all"));
      assertThat(stored()).as("as a rebuild has it").isEqualTo(sold);
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

  /** What the export says by city, currency and day, read without anything of Orderlake's. */
  private Map<String, Day> sold() throws IOException {
    Map<String, Day> days = new TreeMap<>();
    List<String> rows = Files.readAllLines(folder.resolve("invoices.csv"));
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split(",", -1);
      String date = cells[3];
      String day = date.substring(6, 10) + "-" + date.substring(3, 5) + "-" + date.substring(0, 2);
      long quantity = Long.parseLong(cells[2]);
      BigDecimal total = plain(cells[4]).multiply(BigDecimal.valueOf(quantity));
      String key = cells[6] + " " + cells[7] + " " + day;
      days.put(key, days.getOrDefault(key, Day.NONE).plus(quantity, total));
    }
    return days;
  }

  private Map<String, Day> stored() throws Exception {
    Map<String, Day> days = new TreeMap<>();
    Outcome gold = lake.run("gold", DAYS, "--json");
    fine(gold);
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

  private void answers(ShellText.Step step) {
    Outcome outcome = lake.run(step.words().toArray(String[]::new));
    fine(outcome);
    String said = outcome.out() + outcome.err();
    assertThat(step.missedIn(said)).as("of %s in%n%s", step.words(), said).isEmpty();
  }

  private static void fine(Outcome outcome) {
    assertThat(outcome.code()).as(outcome.err() + outcome.out()).isZero();
  }
}
