package io.orderlake.benchmarks.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.benchmarks.history.EventIds;
import io.orderlake.benchmarks.history.HistoryLake;
import io.orderlake.benchmarks.history.HistoryLakes;
import io.orderlake.benchmarks.history.HistoryPlan;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.program.ConsoleProgram;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.collection.List;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.util.Locale;

/**
 * {@code orderlake console} on a lake with a history that nothing is added to: each page, loaded
 * whole, by turns, after a few loads that do not count. Files to take away are told apart, and so
 * are pages that are made one at a time: they look through the lake for one answer.
 */
public final class ConsolePages implements Section {
  private static final String NAME = "console";
  private static final int WARM_UPS = 5;
  private static final int LEAST_REPETITIONS = 30;

  private final HistoryLakes lakes;
  private final long history;

  /**
   * The section.
   *
   * @param history how many events the lake has
   */
  public ConsolePages(HistoryLakes lakes, long history) {
    this.lakes = lakes;
    this.history = history;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "pages of the console, warm, on a lake with %s events of history"
        .formatted(Numbers.count(history));
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    HistoryPlan plan = new HistoryPlan(history, EventIds.BY_TIME);
    lakes.make(plan);
    try (HistoryLake lake = lakes.copy(plan, NAME)) {
      try (ConsoleProgram console = ConsoleProgram.start(context.home(), lake.data())) {
        return measured(context, lake, console.url().toString());
      } finally {
        context.discard(lake.data());
      }
    }
  }

  private static SectionResult measured(BenchContext context, HistoryLake lake, String url)
      throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    GoldCell cell = cell(lake);
    String record = record(lake);
    List<String> pages =
        List.of(
            "",
            "gold",
            "gold?table=revenue_by_city_hour",
            "gold?table=revenue_by_product_day&sort=revenue",
            "gold/changes?table=revenue_by_city_hour",
            "quarantine",
            "quarantine/records",
            "explain",
            "runs",
            "versions",
            "audit",
            "health");
    List<String> files =
        List.of("csv", "csv-raw", "parquet")
            .map("gold/file?table=revenue_by_city_hour&as="::concat);
    List<String> heavy =
        List.of(
            "explain?record=" + record,
            "explain?table=revenue_by_city_hour&city=%s&currency=%s&hour=%s"
                .formatted(
                    encoded(cell.key().texts().get(0)),
                    encoded(cell.key().texts().get(1)),
                    encoded(cell.key().time().toString())),
            "redrive");
    List<Measurement> light =
        visited(context, client, url, pages.appendAll(files), repetitions(context));
    List<Measurement> slow = visited(context, client, url, heavy, context.repetitions());
    List<Measurement> all = light.appendAll(slow);
    double slowest = pages.map(page -> percentile(light, page, 0.95)).max().getOrElse(0.0);
    SectionResult result = SectionResult.of(all);
    for (String page : pages.appendAll(files).appendAll(heavy)) {
      result = result.noting(told(all, page));
    }
    return result.showing(Goal.CONSOLE_PAGES, slowest);
  }

  private static int repetitions(BenchContext context) {
    return Math.max(LEAST_REPETITIONS, context.repetitions());
  }

  private static List<Measurement> visited(
      BenchContext context, HttpClient client, String url, List<String> pages, int repetitions)
      throws Exception {
    return new Rounds(NAME, WARM_UPS, repetitions)
        .run(
            pages.map(page -> new Contestant(name(page), new PageVisit(client, url, page))),
            context.screen());
  }

  private static String name(String page) {
    return "/" + page;
  }

  /** Milliseconds; the nearest rank. */
  private static double percentile(List<Measurement> all, String page, double share) {
    List<Double> millis =
        all.filter(each -> each.contestant().equals(name(page)))
            .map(each -> Summary.seconds(each.trial().cost().wall()) * 1_000)
            .sorted();
    return millis.get((int) Math.ceil(share * millis.size()) - 1);
  }

  private static String told(List<Measurement> all, String page) {
    return String.format(
        Locale.ROOT,
        "%s: median %.1f ms, 95 of 100 within %.1f ms, all within %.1f ms",
        name(page),
        percentile(all, page, 0.5),
        percentile(all, page, 0.95),
        percentile(all, page, 1));
  }

  private static GoldCell cell(HistoryLake lake) {
    return lake.wired()
        .get(ShowGold.class)
        .show(ShowGold.Query.of("revenue_by_city_hour", ShowGold.Order.REVENUE, 1))
        .getOrElseThrow(BenchFailure::new)
        .cells()
        .head();
  }

  private static String record(HistoryLake lake) {
    QuarantinedRecord newest =
        lake.wired()
            .get(ShowQuarantine.class)
            .show(ShowQuarantine.Query.newest(1))
            .getOrElseThrow(BenchFailure::new)
            .newest()
            .head();
    return encoded(newest.order().position().toString());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
