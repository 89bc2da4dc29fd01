package io.orderlake.benchmarks.corpus;

import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.JobName;
import io.vavr.Lazy;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The corpus in Bronze, and refined from there: made by Orderlake once, when somebody first asks,
 * and copied for each turn.
 */
public final class FrozenLakes implements AutoCloseable {
  private final BenchContext context;
  private final CorpusTopic topic;
  private final Lazy<Path> bronze;
  private final Lazy<Refined> silver;
  private final AtomicInteger made = new AtomicInteger();
  private @Nullable Lakes lakes;

  /**
   * A lake up to Silver.
   *
   * @param directory the lake's
   * @param report what the run counted
   */
  public record Refined(Path directory, RunReport report) {}

  public FrozenLakes(BenchContext context, CorpusTopic topic) {
    this.context = context;
    this.topic = topic;
    this.bronze = Lazy.of(this::ingest);
    this.silver = Lazy.of(this::refine);
  }

  /** The lakes on this process's Spark, which is started now if it was not yet. */
  public synchronized Lakes lakes() {
    if (lakes == null) {
      context.screen().progress("starting Spark…");
      lakes = Lakes.start(topic.lakeIn(context.emptyDirectory("spark")));
    }
    return lakes;
  }

  /** A lake that holds the corpus in Bronze and nothing else; not to be written. */
  public Path bronze() {
    return bronze.get();
  }

  /** A lake that holds the corpus in Bronze, Silver and the quarantine; not to be written. */
  public Refined silver() {
    return silver.get();
  }

  /**
   * A copy of a frozen lake.
   *
   * @param name of the directory that it goes into; an earlier copy of that name is removed
   */
  public LakehouseConfig copy(Path frozen, String name) {
    Path directory = fresh(name);
    LakeCopy.make(frozen, directory);
    return topic.lakeIn(directory);
  }

  /** An empty lake; an earlier one of that name is removed. */
  public LakehouseConfig empty(String name) {
    return topic.lakeIn(fresh(name));
  }

  /** Never the same path twice, because Delta remembers tables by their paths. */
  private Path fresh(String name) {
    return context.emptyDirectory(name).resolve("lake-" + made.incrementAndGet());
  }

  private Path ingest() {
    LakehouseConfig config = empty("frozen-bronze");
    context.screen().progress("storing the corpus in Bronze…");
    Lakehouse lake = lakes().open(config);
    long stored = lake.get(BronzeIngest.class).catchUp(progress -> {}).records();
    if (stored != context.rows()) {
      throw new BenchFailure(
          "Bronze stored " + stored + " records of a corpus of " + context.rows());
    }
    return config.data();
  }

  private Refined refine() {
    LakehouseConfig config = copy(bronze(), "frozen-silver");
    context.screen().progress("refining the corpus…");
    RunReport report = Lakes.run(lakes().open(config), JobName.SILVER).report();
    return new Refined(config.data(), report);
  }

  /** Stops Spark. */
  @Override
  public synchronized void close() throws Exception {
    if (lakes != null) {
      lakes.close();
      lakes = null;
    }
  }
}
