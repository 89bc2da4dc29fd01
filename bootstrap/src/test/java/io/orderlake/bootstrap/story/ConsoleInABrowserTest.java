package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees of a lake that is filled, on real Kafka and Spark, in headless Chromium. */
class ConsoleInABrowserTest {
  /** To have the pictures of the pages on the console taken anew, with this property. */
  private static final String WRITE = "orderlake.write.screenshots";

  private static final List<String> PICTURED = List.of("", "gold", "quarantine");

  private static final String FRESHNESS = "[data-live=freshness]";

  @TempDir Path folder;

  @Test
  void the_lake_is_seen_to_move_and_is_asked_for_a_run() throws Exception {
    try (Browser browser = Browser.open(folder.resolve("profile"));
        RoleProcess up = up()) {
      String home = found(up.awaitLine("ready: "), "console at (\\S+?)[,;]");
      browser.visit(home);
      browser.await("[data-live=silver-count]", text -> text.matches("[1-9][0-9,]*"));
      freshnessMoves(browser);
      assertThat(browser.count("figure canvas")).isEqualTo(1);

      String enter = found(up.awaitLine("to ask for runs"), "open (\\S+)TOKEN with");
      browser.visit(enter + Files.readString(folder.resolve("lake/runs/console-token")).strip());
      assertThat(browser.url()).isEqualTo(home);
      List<String> pages = browser.links("nav a");
      assertThat(pages).hasSizeGreaterThanOrEqualTo(5);
      audit(browser, home);
      look(browser, pages);
      takePictures(browser, home);

      assertThat(browser.complaints()).isEmpty();
      assertThat(browser.asked())
          .hasSizeGreaterThan(10)
          .allSatisfy(uri -> assertThat(uri.toString()).startsWith(home));
    }
  }

  private RoleProcess up() throws IOException {
    return RoleProcess.start(
        folder,
        Map.of("ORDERLAKE_METRICS_PORT", "0", "ORDERLAKE_CONSOLE_PORT", "0"),
        "up",
        "--data",
        folder.resolve("lake").toString(),
        "--rate",
        "50");
  }

  private static String found(String line, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(line);
    assertThat(found.find()).as(line).isTrue();
    return found.group(1);
  }

  /** Nobody loads the page again. */
  private static void freshnessMoves(Browser browser) throws InterruptedException {
    Set<String> seen = new HashSet<>();
    while (seen.size() < 4) {
      seen.add(browser.await(FRESHNESS, text -> !seen.contains(text)));
    }
    assertThat(seen)
        .hasSizeGreaterThan(3)
        .allMatch(text -> text.matches("[0-9.]+ s|[0-9]+ min [0-9]+ s"));
  }

  private static void audit(Browser browser, String home) throws InterruptedException {
    browser.visit(home + "audit");
    browser.press("Audit the newest lake version");
    assertThat(browser.url()).startsWith(home + "runs?run=console-audit-");
    String run = browser.url();
    while (!browser.text("main").contains("It succeeded.")) {
      assertThat(browser.text("main")).doesNotContain("It failed.");
      Thread.sleep(500);
      browser.visit(run);
    }
    browser.visit(home + "audit");
    assertThat(browser.text("main")).contains("is what a replay of Bronze gives");
  }

  /** In both colours, by keyboard, and as narrow as a phone. */
  private static void look(Browser browser, List<String> pages) {
    for (String page : pages) {
      browser.visit(page);
      for (String scheme : List.of("light", "dark")) {
        browser.prefer(scheme);
        assertThat(browser.violations()).as(page + " in " + scheme).isEmpty();
      }
      assertThat(browser.firstByKeyboard()).isEqualTo("Skip to the content");
      browser.width(360);
      assertThat(browser.beside()).as("what of " + page + " lies beside the screen").isZero();
      browser.width(1200);
    }
    browser.prefer("light");
  }

  private static void takePictures(Browser browser, String home) throws Exception {
    if (!Boolean.getBoolean(WRITE)) {
      return;
    }
    browser.size(1200, 900);
    browser.visit(home);
    browser.await("[data-live=quarantine-count]", text -> text.matches("[1-9][0-9]{2,}"));
    browser.await("[data-live=gold-lag]", text -> text.startsWith("0 behind"));
    for (String name : PICTURED) {
      browser.visit(home + name);
      browser.picture(
          CommandLineStage.HOME
              .resolve("docs")
              .resolve("console" + (name.isEmpty() ? "" : "-" + name) + ".png"));
    }
  }
}
