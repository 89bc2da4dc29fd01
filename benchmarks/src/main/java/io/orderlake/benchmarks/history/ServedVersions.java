package io.orderlake.benchmarks.history;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.orderlake.adapters.postgres.cluster.LocalCluster;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.serve.ServeGold;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.Program;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;

/**
 * Two million cells of Gold in PostgreSQL: what it takes to publish all of them, and then a version
 * in which sixty orders of the last day are new. The third table is cut by day, so that a month of
 * it, sixty thousand cells, lies in what such a version touches.
 */
public final class ServedVersions implements Section {
  private static final String NAME = "served";
  private static final String USUAL = "a usual version";
  private static final LocalDate FROM = LocalDate.of(2025, 6, 1);
  private static final int DAYS = 500;
  private static final int CITIES = 2_000;
  private static final int NEW_ORDERS = 60;
  private static final int WARM_UPS = 5;
  private static final String HEAP = "64m";
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
  private static final int LEAST_REPETITIONS = 20;
  private static final String TABLES =
      "gold.tables:\n  revenue_by_city_day: {by: [city], every: day}\n";

  private static final String CELLS =
      "select (select count(*) from gold.revenue_by_city_hour)"
          + " + (select count(*) from gold.revenue_by_product_day)"
          + " + (select count(*) from gold.revenue_by_city_day)";

  private long orders = (long) DAYS * CITIES;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "lake versions of three Gold tables into PostgreSQL, 2 M cells";
  }

  @Override
  public boolean isUsual() {
    return false;
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Path work = context.emptyDirectory(NAME);
    Path data = work.resolve("lake");
    Path file = Files.writeString(work.resolve("tables.yaml"), TABLES);
    try (LocalCluster cluster =
        LocalCluster.start(
            work.resolve("postgres"),
            context.freePort(),
            System.getenv(),
            System.getProperty("user.name"))) {
      Map<String, String> place =
          HashMap.of(
              "serve.postgres.url", cluster.address().toString(),
              "serve.postgres.user", LocalCluster.USER,
              "serve.postgres.password", cluster.address().password());
      try (Lakehouse lake = Lakehouse.open(context.config(data, file, place))) {
        WarmRuns runs = new WarmRuns(lake);
        return measured(context, lake, runs, cluster.address())
            .noting(inItsOwnProcess(context, lake, runs, data, file, place));
      }
    } finally {
      context.discard(work);
    }
  }

  private SectionResult measured(
      BenchContext context, Lakehouse lake, WarmRuns runs, PostgresAddress served)
      throws Exception {
    context.screen().progress("a lake of two million cells…");
    refine(context, lake, runs, new SpreadOrders(0, orders, FROM, DAYS, CITIES));
    context.screen().progress("all of it into PostgreSQL…");
    Cost first = Meter.here(() -> serve(lake));
    List<Measurement> measurements =
        new Rounds(NAME, WARM_UPS, Math.max(LEAST_REPETITIONS, context.repetitions()))
            .run(
                List.of(new Contestant(USUAL, turn -> next(context, lake, runs))),
                context.screen());
    return SectionResult.of(measurements)
        .noting(
            "all %s at first: %s s"
                .formatted(
                    Numbers.count(cells(served), "cell"),
                    Summary.secondsText(Summary.seconds(first.wall()))))
        .showing(Goal.SERVED_VERSION, Standing.of(measurements, USUAL).wall().median() * 1_000);
  }

  private static long cells(PostgresAddress served) throws SQLException {
    try (Connection connection = served.open();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(CELLS)) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  private static void refine(
      BenchContext context, Lakehouse lake, WarmRuns runs, SpreadOrders more) {
    new BronzeHistory(lake, context.screen()).add(more);
    var unused = runs.silver();
    long folded = runs.gold().eventsFolded();
    if (folded != more.count()) {
      throw new BenchFailure("Gold took " + folded + " of " + more.count() + " orders");
    }
  }

  /** What the role takes of memory, from its start on and for some versions. */
  private String inItsOwnProcess(
      BenchContext context,
      Lakehouse lake,
      WarmRuns runs,
      Path data,
      Path file,
      Map<String, String> place)
      throws Exception {
    ServeGold serving = lake.get(ServeGold.class);
    Map<String, String> environment =
        place
            .mapKeys(key -> "ORDERLAKE_" + key.replace('.', '_').toUpperCase(Locale.ROOT))
            .put("ORDERLAKE_HEAP", HEAP);
    try (Program serve =
        Program.start(
            context.home(),
            environment,
            "serve",
            "--config",
            file.toString(),
            "--data",
            data.toString())) {
      for (int version = 0; version < WARM_UPS; version++) {
        add(context, lake, runs);
        long newest = serving.newest();
        serve.await(
            () -> serving.served().get().version() >= newest,
            LONGEST_WAIT,
            "does not serve lake version " + newest);
      }
      return "the role in a process of its own with a heap of %s, %s versions: %s MB resident"
          .formatted(
              HEAP,
              WARM_UPS,
              ProcessFiles.of(serve.pid()).peak().map(bytes -> bytes / 1_000_000).getOrElse(0L));
    }
  }

  private void add(BenchContext context, Lakehouse lake, WarmRuns runs) {
    SpreadOrders more = new SpreadOrders(orders, NEW_ORDERS, FROM.plusDays(DAYS - 1), 1, CITIES);
    orders += NEW_ORDERS;
    refine(context, lake, runs, more);
  }

  private Trial next(BenchContext context, Lakehouse lake, WarmRuns runs) {
    add(context, lake, runs);
    return Trial.of(NEW_ORDERS, Meter.here(() -> serve(lake)));
  }

  private static void serve(Lakehouse lake) {
    long newest = lake.get(LakeVersions.class).latest().number();
    if (lake.get(ServeGold.class).catchUp().get().version() != newest) {
      throw new BenchFailure("lake version " + newest + " is not served");
    }
  }
}
