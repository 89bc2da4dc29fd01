package io.orderlake.bootstrap.wiring;

import io.orderlake.adapters.delta.bronze.KernelBronzeView;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.spark.SparkLake;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.OrderGenerator;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.run.TriggerInbox;
import io.vavr.collection.List;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs Silver and Gold on a small lake that is thrown away, so that the first request of a new
 * runner does not pay for code that is neither loaded nor compiled yet. Begins nothing, and goes no
 * step further, once a request waits; what goes wrong is logged and changes nothing. Nothing of it
 * is in the lake's tables, journal, results or versions. Where a cluster does the work nothing is
 * warmed up: its machines do not see this one's directories.
 */
public final class WarmUp {
  /** What the compiler has learned by then covers the way from trigger to result. */
  private static final int PASSES = 4;

  private static final int RECORDS = 500;
  private static final Duration ABANDONED = Duration.ofDays(1);
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final SparkLake spark;
  private final ScratchJobs.Parts parts;
  private final TriggerInbox inbox;
  private final LakehouseConfig config;
  private final InstantSource clock;
  private volatile boolean stopped;

  @Inject
  WarmUp(
      SparkLake spark,
      ScratchJobs.Parts parts,
      TriggerInbox inbox,
      LakehouseConfig config,
      InstantSource clock) {
    this.spark = spark;
    this.parts = parts;
    this.inbox = inbox;
    this.config = config;
    this.clock = clock;
  }

  /**
   * Warms up, on the calling thread.
   *
   * @return how many times Silver and Gold ran
   */
  public int run() {
    if (isWanted() || spark.isOnCluster()) {
      return 0;
    }
    Path parent = config.sparkFiles();
    Instant begun = clock.instant();
    int passes = 0;
    try {
      ScratchFolder.removeAbandoned(parent, begun.minus(ABANDONED));
      try (ScratchFolder folder = ScratchFolder.create(parent)) {
        passes = passes(folder.path());
      }
    } catch (Exception e) { // Spark throws checked exceptions without declaring them
      LOG.warn("the warm-up failed; the first runs will be slower, nothing else changes", e);
    }
    LOG.info("warmed up {} times in {}", passes, Duration.between(begun, clock.instant()));
    return passes;
  }

  /** Ends {@link #run} after the step under way; from any thread. */
  public void stop() {
    stopped = true;
  }

  private int passes(Path folder) throws IOException {
    Path root = Files.createDirectory(folder.resolve("lake"));
    try (SparkLake lake = spark.beside(new LakeRoot(root).path(), folder.resolve("scratch"))) {
      return passes(
          new ScratchJobs(lake, parts, folder.resolve("versions")), lake, KernelLake.at(root));
    }
  }

  private int passes(ScratchJobs jobs, SparkLake lake, KernelLake tables) {
    BronzeView bronze = new KernelBronzeView(tables);
    OrderGenerator orders =
        new OrderGenerator(GeneratorSettings.seeded(1).withRules(config.rules()));
    int passes = 0;
    while (passes < PASSES && !isWanted()) {
      Instant now = clock.instant();
      List<BronzeRecord.Content> records =
          List.fill(RECORDS, () -> orders.next(now))
              .map(
                  order ->
                      new BronzeRecord.Content(
                          order.key().getBytes(java.nio.charset.StandardCharsets.UTF_8),
                          order.value(),
                          java.util.List.of()));
      lake.store(ScratchJobs.TOPIC, (long) passes * RECORDS, now, records);
      for (var job : jobs.all()) {
        if (!isWanted()) {
          jobs.run(job);
        }
      }
      bronze.state().forEach(state -> bronze.at(state.table().version()));
      passes++;
    }
    return passes;
  }

  /** Somebody waits for the processor that this would take. */
  private boolean isWanted() {
    return stopped || inbox.pending().nonEmpty() || inbox.claimed().nonEmpty();
  }
}
