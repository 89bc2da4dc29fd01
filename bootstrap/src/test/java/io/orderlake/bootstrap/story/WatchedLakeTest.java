package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import io.orderlake.bootstrap.docs.ShellText.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of the page on monitoring, on real Kafka and Spark; then the runner is killed. */
class WatchedLakeTest {
  private static final Pattern COUNTER =
      Pattern.compile("(?m)^orderlake_\\w+_(?:total|bucket|count|sum)(?:\\{[^}]*})? .*");

  @TempDir Path folder;

  @Test
  void the_metrics_of_a_lake_are_what_it_has_done_also_after_kill_9() throws Exception {
    String page = Files.readString(CommandLineStage.HOME.resolve("docs/monitoring.md"));
    List<Step> steps = List.copyOf(ShellText.steps(page).values());
    assertThat(steps).hasSize(2);
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    String counted;
    try (RoleProcess up = up()) {
      String metrics = url(up.awaitLine("ready: "));
      lake.play(steps.get(0));
      lake.await(
          status ->
              StagedLake.isCaughtUp(status)
                  && StagedLake.total(status, "read") >= 1_000
                  && status.get("projections").size() > 2);
      lake.play(steps.get(1));

      String told = awaitDelaysOfAll(metrics);
      assertThat(value(told, "orderlake_event_to_gold_seconds_sum")).isPositive();
      assertThat(value(told, "orderlake_lake_records")).isGreaterThanOrEqualTo(1_000.0);
      assertThat(value(told, "orderlake_lake_lines{outcome=\"read\"}"))
          .isEqualTo(
              value(told, "orderlake_run_lines_total{job_name=\"silver\",outcome=\"read\"}"));
      assertThat(value(told, "orderlake_runner_takeovers_total")).isEqualTo(1);
      counted = counters(told);
      assertThat(counters(lake.run("metrics", "--once").out())).isEqualTo(counted);
      up.kill();
    }
    Outcome alone = lake.run("metrics", "--once");
    assertThat(alone.code()).isZero();
    assertThat(counters(alone.out())).isEqualTo(counted);
    assertThat(alone.out()).contains("orderlake_scrape_failed{collector=\"kafka\"} 1.0");
    assertThat(alone.err()).contains("metrics: kafka is missing: ");
  }

  /** A run's end is written down a moment after what it has published. */
  private static String awaitDelaysOfAll(String url) throws Exception {
    String told = get(url);
    while (value(told, "orderlake_event_to_gold_seconds_count")
        != value(told, "orderlake_lake_records")) {
      TimeUnit.MILLISECONDS.sleep(200);
      told = get(url);
    }
    return told;
  }

  private RoleProcess up() throws IOException {
    return RoleProcess.start(
        folder,
        Map.of("ORDERLAKE_METRICS_PORT", "0"),
        "up",
        "--data",
        folder.resolve("lake").toString(),
        "--rate",
        "0");
  }

  private static String url(String ready) {
    Matcher url = Pattern.compile("metrics at (\\S+?)[,;]").matcher(ready);
    assertThat(url.find()).as(ready).isTrue();
    return url.group(1);
  }

  private static String get(String url) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString())
        .body();
  }

  private static double value(String told, String sample) {
    return told.lines()
        .filter(line -> line.startsWith(sample + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(sample.length() + 1)))
        .findAny()
        .orElseThrow(() -> new AssertionError(sample + " is not in " + told));
  }

  private static String counters(String told) {
    List<String> counters = COUNTER.matcher(told).results().map(found -> found.group()).toList();
    assertThat(counters).hasSizeGreaterThan(100);
    return String.join("\n", counters);
  }
}
