package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people publish from files of their own, on real Kafka and Spark. */
class RealFeedsTest {
  private static final String EXPORT = "Sales_April_2019.csv";
  private static final String HEADER = "product,quantity,unit_price,city,event_time\n";
  private static final String EVENT =
      "{\"schema_version\":2,\"event_id\":\"%s\",\"order_id\":\"o\",\"product\":\"Cup\",\"quantity\":1,\"unit_price\":\"1\",\"currency\":\"USD\",\"city\":\"Bern\",\"event_time\":\"2026-11-20T10:15:00Z\",\"note\":\"%s\"}\n";

  private static final String SOURCES =
      """
      sources:
        cafe:
          order_id: Transaction ID
          product: Item
          quantity: Quantity
          unit_price: Price Per Unit
          city: Location
          event_time: Transaction Date
        shop:
          lines: /lines
          order_id: /orderId
          product: sku
          quantity: {at: qty, default: 1}
          unit_price: {at: cents, unit: cents}
          city: /city
          event_time: {at: /ts, time: epoch_ms}
      """;

  @TempDir Path folder;

  private StagedLake lake;
  private long published;
  private long quarantined;

  @Test
  void feeds_are_looked_at_and_every_row_counts_once() throws Exception {
    lake = new StagedLake(new CommandLineStage(folder));
    try (RoleProcess up = RoleProcess.start(folder, "up", "--data", "lake", "--rate", "0")) {
      up.awaitLine("ready: ");
      the_recipe_of_the_page();
      the_line_of_the_readme();
      exports_that_overlap();
      what_is_no_feed();
      a_record_too_large();
      rows_and_records_by_the_mapping_of_a_source();
      lake.await(
          status -> StagedLake.total(status, "read") == published && StagedLake.isCaughtUp(status));

      assertThat(StagedLake.total(lake.status(), "duplicates")).isZero();
      assertThat(StagedLake.total(lake.status(), "quarantined")).isEqualTo(quarantined);
      assertThat(lake.goldEvents())
          .isNotEmpty()
          .allSatisfy(events -> assertThat(events).isEqualTo(published - quarantined));
      assertThat(revenueOf2023()).as("of the sheet, by hand").isEqualByComparingTo("461.0");
      assertThat(export("june.csv", "Cup,1", "Cup,1", "Plate,1", "Fork,1").out())
          .as("known from the lake, now that it has read all of them")
          .contains("4 rows, 4 known; 0 events acknowledged");
      Outcome audit = lake.run("audit");
      assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
      assertThat(up.stop()).isZero();
    }
  }

  private void the_recipe_of_the_page() throws IOException {
    String page = Files.readString(CommandLineStage.HOME.resolve("docs/feeds.md"));
    Files.writeString(folder.resolve(EXPORT), ShellText.file(page, EXPORT));
    Map<Integer, ShellText.Step> steps = ShellText.steps(page);
    assertThat(steps).hasSize(5);
    for (ShellText.Step step : steps.values()) {
      Outcome outcome = lake.run(step.words().toArray(String[]::new));
      assertThat((outcome.err() + outcome.out()).lines().map(String::strip).toList())
          .as(step.toString())
          .containsAll(step.answer().stream().map(String::strip).toList());
    }
    published += 3;
  }

  private void the_line_of_the_readme() throws IOException {
    String line =
        Files.readString(CommandLineStage.HOME.resolve("README.md"))
            .lines()
            .filter(command -> command.startsWith("./orderlake produce --from"))
            .findFirst()
            .orElseThrow();
    List<String> words = ShellText.words(line);
    assertThat(words).contains(EXPORT);

    Outcome outcome = lake.run(words.subList(1, words.size()).toArray(String[]::new));

    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).as("at other times, in UTC").contains("3 events acknowledged");
    published += 3;
  }

  private Outcome export(String name, String... rows) throws IOException {
    StringBuilder csv = new StringBuilder(HEADER);
    for (String row : rows) {
      csv.append(row).append(",2.50,Bern,2026-11-20T10:15:00Z\n");
    }
    Files.writeString(folder.resolve(name), csv);
    return lake.run("produce", "--from", name);
  }

  private void exports_that_overlap() throws IOException {
    assertThat(export("sales.csv", "Cup,1", "Cup,1", "Plate,1").out())
        .contains("3 rows; 3 events acknowledged");
    assertThat(export("sales (1).csv", "Plate,1", "Cup,1.0", "Cup,01").out())
        .contains("3 rows, 3 known; 0 events acknowledged");
    assertThat(export("sales.csv", "Cup,1", "Fork,1").out())
        .contains("2 rows, 1 known; 1 event acknowledged");
    published += 4;
  }

  private void what_is_no_feed() throws IOException {
    try (var gzip = new GZIPOutputStream(Files.newOutputStream(folder.resolve("events.json")))) {
      gzip.write(
          ("[" + EVENT.formatted("z1", "") + "," + EVENT.formatted("z2", "") + "]")
              .getBytes(UTF_8));
    }
    assertThat(lake.run("produce", "--from", "events.json").out())
        .contains("2 events acknowledged");
    published += 2;

    Files.writeString(folder.resolve("book.csv"), "PK\u0003\u0004 xl/workbook.xml");
    Outcome book = lake.run("produce", "--from", "book.csv");
    assertThat(book.code()).isEqualTo(65);
    assertThat(book.err()).contains("Excel workbook", "nothing was published");

    Outcome none = export("bad.csv", "Cup,none", "Cup,", "Cup,-1");
    assertThat(none.code()).isEqualTo(65);
    assertThat(none.err())
        .contains("none of its 3 events would pass", "first on line 2", "--force");
  }

  private void a_record_too_large() throws IOException {
    Files.writeString(
        folder.resolve("big.jsonl"),
        EVENT.formatted("b1", "")
            + "\n"
            + EVENT.formatted("b2", "x".repeat(1_200_000))
            + EVENT.formatted("b3", ""));

    Outcome outcome = lake.run("produce", "--from", "big.jsonl");

    assertThat(outcome.code()).isEqualTo(65);
    assertThat(outcome.err())
        .contains("1 of 3 records were not acknowledged; line 3: the record is too large")
        .contains("kafka.client.max.request.size", "max.message.bytes", "the other 2 were");
    published += 2;
  }

  private Outcome bySource(Path file, String source) {
    return lake.run(
        "produce", "--config", "feeds.yaml", "--from", file.toString(), "--source", source);
  }

  private void rows_and_records_by_the_mapping_of_a_source() throws IOException {
    Files.writeString(folder.resolve("feeds.yaml"), SOURCES);
    Path samples = CommandLineStage.HOME.resolve("bootstrap/src/test/resources/feeds");

    assertThat(bySource(samples.resolve("cafe.csv"), "cafe").out())
        .contains("60 rows; 60 events acknowledged");
    assertThat(bySource(samples.resolve("cafe.xlsx"), "cafe").out())
        .as("the same as a workbook")
        .contains("60 rows, 60 known; 0 events acknowledged");
    published += 60;
    quarantined += 18;

    String first =
        "{\"orderId\":1,\"ts\":1795180000000,\"city\":\"Bonn\",\"lines\":[{\"sku\":\"Cup\",\"cents\":350},{\"sku\":\"Cup\",\"cents\":350}]}";
    String second = first.replace("\"orderId\":1", "\"orderId\":2");
    Path orders = folder.resolve("orders.jsonl");
    Files.writeString(orders, first + "\n");
    assertThat(bySource(orders, "shop").out()).contains("1 line; 2 events acknowledged");
    Files.writeString(orders, "[" + second + ",\n" + first + "]");
    assertThat(bySource(orders, "shop").out())
        .as("the next day's export, as an array")
        .contains("2 lines, 2 known; 2 events acknowledged");
    published += 4;
  }

  private BigDecimal revenueOf2023() {
    Outcome gold =
        lake.run(
            "gold",
            "revenue_by_product_day",
            "--from",
            "2023-01-01",
            "--to",
            "2024-01-01",
            "--csv-raw");
    List<String> lines = gold.out().lines().toList();
    int column = List.of(lines.get(0).split(",", -1)).indexOf("revenue");
    assertThat(column).as(gold.err() + lines.get(0)).isPositive();
    return lines.stream()
        .skip(1)
        .map(line -> new BigDecimal(line.split(",", -1)[column]))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
