package io.orderlake.benchmarks.history;

import io.orderlake.benchmarks.corpus.LakeCopy;
import io.orderlake.benchmarks.corpus.Lakes;
import io.orderlake.benchmarks.measure.Contestant;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Meter;
import io.orderlake.benchmarks.measure.Rounds;
import io.orderlake.benchmarks.measure.Standing;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.run.JobName;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * A backlog that spreads over a year, as an export of past orders does, against as many orders of
 * one day: Silver and Gold of lakes that had neither, in one warm session.
 */
public final class Spread implements Section {
  private static final String NAME = "spread";
  private static final int EVENTS = 500_000;
  private static final int CITIES = 20;
  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final int YEAR = 365;
  private static final String ONE_DAY = "one day";
  private static final String ONE_YEAR = "365 days";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "Silver and Gold for 500,000 orders over 365 days, against as many of one day";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Path work = context.emptyDirectory(NAME);
    try (Lakes lakes = Lakes.start(config(context, work.resolve("warm")))) {
      Path day = bronze(context, lakes, work, 1);
      Path year = bronze(context, lakes, work, YEAR);
      List<Measurement> measurements =
          new Rounds(NAME, 1, context.repetitions())
              .run(
                  List.of(
                      new Contestant(ONE_DAY, turn -> take(context, lakes, day, turn)),
                      new Contestant(ONE_YEAR, turn -> take(context, lakes, year, turn))),
                  context.screen());
      double ratio =
          Standing.of(measurements, ONE_DAY).timesAsFastAs(Standing.of(measurements, ONE_YEAR));
      return SectionResult.of(measurements).showing(Goal.SPREAD, ratio);
    } finally {
      context.discard(work);
    }
  }

  private static Path bronze(BenchContext context, Lakes lakes, Path work, int days) {
    Path data = work.resolve("bronze-" + days);
    new BronzeHistory(lakes.open(config(context, data)), context.screen())
        .add(new SpreadOrders(0, EVENTS, FROM, days, CITIES));
    return data;
  }

  private static LakehouseConfig config(BenchContext context, Path data) {
    return context.config(data, HashMap.empty());
  }

  private static Trial take(BenchContext context, Lakes lakes, Path bronze, int turn) {
    // Never the same path twice, because Delta remembers tables by their paths.
    Path data = bronze.resolveSibling(bronze.getFileName() + "-turn-" + turn);
    LakeCopy.make(bronze, data);
    Lakehouse lake = lakes.open(config(context, data));
    Cost silver =
        Meter.here(
            () -> require(Lakes.run(lake, JobName.SILVER).report().conservation().refined()));
    Cost gold = Meter.here(() -> require(Lakes.run(lake, JobName.GOLD).report().eventsFolded()));
    return Trial.of(EVENTS, silver.then(gold))
        .writing(data.resolve("silver"))
        .withFact("of it Silver", Summary.secondsText(Summary.seconds(silver.wall())) + " s")
        .withFact("Gold", Summary.secondsText(Summary.seconds(gold.wall())) + " s");
  }

  private static void require(long events) {
    if (events != EVENTS) {
      throw new BenchFailure(events + " of " + EVENTS + " orders came through");
    }
  }
}
