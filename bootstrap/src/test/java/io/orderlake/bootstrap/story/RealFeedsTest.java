package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
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

  @TempDir Path folder;

  private StagedLake lake;
  private long published;

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
      lake.await(
          status -> StagedLake.total(status, "read") == published && StagedLake.isCaughtUp(status));

      assertThat(StagedLake.total(lake.status(), "duplicates")).isZero();
      assertThat(StagedLake.total(lake.status(), "quarantined")).isZero();
      assertThat(lake.goldEvents()).allSatisfy(events -> assertThat(events).isEqualTo(published));
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
}
