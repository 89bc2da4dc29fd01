package io.orderlake.benchmarks.history;

import io.orderlake.benchmarks.corpus.LakeCopy;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Workplace;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Lakes with a history, made when they are first asked for and kept for the sections after. */
public final class HistoryLakes {
  /** Events on the largest lake that more than one section uses. */
  public static final long SHARED = 10_000_000;

  private static final String BACKLOG = "backlog.txt";

  private final BenchContext context;
  private final Option<Path> kept;
  private Map<HistoryPlan, Double> backlogs = HashMap.empty();

  /**
   * Those of one run.
   *
   * @param context of the benchmark
   * @param kept where lakes outlive this run, to be used by the next one; none for scratch space
   */
  public HistoryLakes(BenchContext context, Option<Path> kept) {
    this.context = context;
    this.kept = kept;
  }

  /**
   * Makes the lake that copies are made of, unless it is there. Stops Spark in this process, so no
   * copy may be in use.
   */
  public void make(HistoryPlan plan) throws Exception {
    Path ignored = original(plan);
  }

  /**
   * A lake that nobody else uses, with all of its history in Gold.
   *
   * @param name of its directory
   */
  public HistoryLake copy(HistoryPlan plan, String name) throws Exception {
    Path original = original(plan);
    Path directory = context.emptyDirectory(name);
    LakeCopy.make(original.resolve("lake"), directory);
    Backlog.Refined backlog = Backlog.Refined.readFrom(original.resolve(BACKLOG));
    backlogs = backlogs.put(plan, backlog.seconds());
    return new HistoryLake(plan, directory, Lakehouse.open(config(directory)), backlog.told());
  }

  /** The seconds that a history's backlog took; none for one that was not asked for yet. */
  Option<Double> backlog(HistoryPlan plan) {
    return backlogs.get(plan);
  }

  /** Removes the lake that copies are made of, unless it is kept. */
  public void forget(HistoryPlan plan) {
    if (kept.isEmpty()) {
      context.discard(place(plan));
    }
  }

  private Path place(HistoryPlan plan) {
    return kept.getOrElse(context.work())
        .resolve("history-" + plan.events() + "-" + plan.ids().name().toLowerCase(Locale.ROOT));
  }

  /** The silver and gold of a kept lake are made anew when its file {@value #BACKLOG} is gone. */
  private Path original(HistoryPlan plan) throws Exception {
    Path place = place(plan);
    if (Files.exists(place.resolve(BACKLOG))) {
      context.screen().note("using the lake in " + place);
      return place;
    }
    Path bronze = bronze(plan, place);
    Path lake = place.resolve("lake");
    Workplace.remove(lake);
    LakeCopy.make(bronze, lake);
    try (Lakehouse wired = Lakehouse.open(config(lake))) {
      Backlog.Refined refined = new Backlog(context, lake, wired).refine(plan.events());
      context.screen().note(refined.told());
      refined.writeTo(place.resolve(BACKLOG));
    }
    return place;
  }

  private Path bronze(HistoryPlan plan, Path place) throws Exception {
    Path done = place.resolve("bronze.done");
    Path bronze = place.resolve("bronze-only");
    if (!Files.exists(done)) {
      Workplace.remove(bronze);
      Files.createDirectories(bronze);
      try (Lakehouse lake = Lakehouse.open(config(bronze))) {
        new BronzeHistory(lake, context.screen()).write(plan);
      }
      Files.createFile(done);
    }
    return bronze;
  }

  private LakehouseConfig config(Path lake) {
    return context.config(lake, HashMap.empty());
  }
}
