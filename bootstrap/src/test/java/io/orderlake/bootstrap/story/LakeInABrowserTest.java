package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.CommandLineStage;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From figures and reasons down to bytes, on real Kafka and Spark, in headless Chromium. */
class LakeInABrowserTest {
  private static final String TABLE = "revenue_by_city_hour";
  private static final String MARKUP = "<img src=x onerror=alert(1)>";

  private static final String HOSTILE =
      """
      {"schema_version":2,"event_id":"h1","order_id":"h","product":"%1$s","quantity":1,"unit_price":"1","currency":"USD","city":"%1$s","event_time":"2026-10-20T10:15:00Z"}
      {"schema_version":2,"event_id":"h2","order_id":"h","product":"\\u001b[31m%1$s\\u0000","quantity":-1,"unit_price":"1","currency":"USD","city":"x\\u202egnp.exe","event_time":"2026-10-20T10:15:00Z"}
      """
          .formatted(MARKUP);

  @TempDir Path folder;

  private StagedLake lake;
  private String home = "";

  @Test
  void what_is_stored_is_looked_through_down_to_the_bytes() throws Exception {
    lake = new StagedLake(new CommandLineStage(folder));
    Files.writeString(folder.resolve("hostile.jsonl"), HOSTILE, UTF_8);
    try (Browser browser = Browser.open(folder.resolve("profile"));
        RoleProcess up =
            RoleProcess.start(
                folder,
                Map.of("ORDERLAKE_METRICS_PORT", "0", "ORDERLAKE_CONSOLE_PORT", "0"),
                "up",
                "--rate",
                "0",
                "--data",
                "lake")) {
      home = found(up.awaitLine("ready: "), "console at (\\S+?)[,;]");
      lake.succeed("produce", "--count", "300", "--defects", "0.4", "--seed", "7");
      caughtUpWith(300);
      lake.succeed("produce", "--from", "hostile.jsonl");
      caughtUpWith(302);

      aReasonLeadsToARecordAndThatToItsBytes(browser);
      aCellLeadsToTheRowsThatAddUpToIt(browser);
      theSliderShowsWhatTheCommandDoes(browser);
      theDryRunIsTheCommands(browser);
      everyPageCanBeUsedByEverybody(browser);

      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.asked())
          .isNotEmpty()
          .allSatisfy(uri -> assertThat(uri.toString()).startsWith(home));
    }
  }

  private static String found(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(text).isTrue();
    return found.group(1);
  }

  private void caughtUpWith(long least) throws Exception {
    JsonNode unused =
        lake.await(
            status -> StagedLake.total(status, "read") >= least && StagedLake.isCaughtUp(status));
  }

  private void aReasonLeadsToARecordAndThatToItsBytes(Browser browser) {
    browser.visit(home + "quarantine");
    String reason =
        browser.links("main table a").stream()
            .filter(link -> link.endsWith("reason=quantity_out_of_range"))
            .findFirst()
            .orElseThrow();
    browser.visit(reason);
    assertThat(browser.texts("main td")).anyMatch(text -> text.contains(MARKUP));
    int row = rowWith(browser, MARKUP);
    browser.visit(browser.links("main tbody tr:nth-child(" + row + ") td:first-child a").get(0));

    assertThat(browser.texts("main pre"))
        .anyMatch(text -> text.contains(MARKUP) && text.contains("\\u001b"))
        .anyMatch(text -> text.startsWith("000000  7b 22 73 63 68 65 6d 61"));
    assertThat(browser.texts("main td")).contains("then", "now", "quantity_out_of_range");
    assertThat(browser.count("main img")).isZero();
  }

  private static int rowWith(Browser browser, String text) {
    List<String> rows = browser.texts("main tbody tr");
    for (int row = 0; row < rows.size(); row++) {
      if (rows.get(row).contains(text)) {
        return row + 1;
      }
    }
    throw new AssertionError("no row has " + text + ": " + rows);
  }

  private void aCellLeadsToTheRowsThatAddUpToIt(Browser browser) {
    browser.visit(home + "gold?sort=revenue&limit=1&table=" + TABLE);
    String cell = browser.links("main section:nth-of-type(2) tbody a").get(0);
    browser.visit(cell + "&limit=500");

    BigDecimal sum =
        browser.texts("main section:first-of-type tbody td:nth-child(8)").stream()
            .map(text -> new BigDecimal(text.replace(",", "")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String figures = browser.text("main section:first-of-type p strong");
    assertThat(sum)
        .isEqualByComparingTo(new BigDecimal(found(figures, "revenue (\\S+),").replace(",", "")));
    assertThat(browser.text("main")).contains("add up to it");
  }

  private void theSliderShowsWhatTheCommandDoes(Browser browser) throws Exception {
    browser.visit(home + "gold?table=" + TABLE);
    long newest = Long.parseLong(browser.text("form.slider output"));
    assertThat(newest).isGreaterThan(1);
    browser.type("form.slider input[type=range]", "\ue012"); // the arrow to the left
    assertThat(browser.await("form.slider output", shown -> shown.equals("" + (newest - 1))))
        .isNotNull();

    for (long version = newest; version > 0; version--) {
      browser.visit(home + "gold?table=" + TABLE + "&limit=500&as_of=" + version);
      JsonNode told =
          lake.succeed("gold", TABLE, "--as-of", "" + version, "--json").json().get("tables");
      int events = browser.texts("main section:nth-of-type(2) thead th").indexOf("events") + 1;
      assertThat(browser.texts("main section:nth-of-type(2) tbody td:nth-child(" + events + ")"))
          .as("lake version %s", version)
          .containsExactlyElementsOf(told.get(0).get("cells").findValuesAsText("events"));
      assertThat(json("gold?table=" + TABLE + "&as_of=" + version).get("tables")).isEqualTo(told);
    }
  }

  private void theDryRunIsTheCommands(Browser browser) throws Exception {
    JsonNode told = lake.succeed("quarantine", "redrive", "--dry-run", "--json").json();

    assertThat(json("redrive")).isEqualTo(told);
    browser.visit(home + "redrive");
    assertThat(browser.text("main"))
        .contains("of " + told.get("judged").asText() + " quarantined records pass");
  }

  private JsonNode json(String path) throws Exception {
    return new ObjectMapper()
        .readTree(
            HttpClient.newHttpClient()
                .send(
                    HttpRequest.newBuilder(URI.create(home + path))
                        .header("Accept", "application/json")
                        .build(),
                    BodyHandlers.ofString(UTF_8))
                .body());
  }

  /** Those that the navigation does not lead to; by those who see little, and on a phone. */
  private void everyPageCanBeUsedByEverybody(Browser browser) {
    for (String page :
        List.of(
            "gold?table=" + TABLE,
            "gold/changes?before=1&table=" + TABLE,
            "quarantine?span=month",
            "quarantine/records",
            "explain?event=h1",
            "explain?event=h2",
            "explain?table="
                + TABLE
                + "&city=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E&hour=2026-10-20T10:00:00Z",
            "redrive?reason=quantity_out_of_range")) {
      browser.visit(home + page);
      for (String scheme : List.of("light", "dark")) {
        browser.prefer(scheme);
        assertThat(browser.violations()).as(page + " in " + scheme).isEmpty();
      }
      browser.width(360);
      assertThat(browser.beside()).as("what of " + page + " lies beside the screen").isZero();
      browser.width(1200);
      assertThat(browser.count("main img")).as(page).isZero();
    }
  }
}
