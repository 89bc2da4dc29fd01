package io.orderlake.bootstrap.cli.serve;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.Backoff;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Heartbeat;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.KafkaOption;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.ContinuousIngest;
import io.orderlake.bootstrap.up.ShadowLag;
import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.IngestProgress;
import io.vavr.collection.Map;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fills Bronze until it is stopped, or once. */
@Command(
    name = "ingest",
    description = {
      "Stores Kafka's records in Bronze, raw and once, until it is stopped.",
      "From the earliest offset at the first start, from Bronze's own positions at every later one."
    })
public final class IngestCommand extends RoleCommand {
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(15));

  @Mixin private KafkaOption kafka = new KafkaOption();

  @Mixin private AcceptGapOption gaps = new AcceptGapOption();

  @Option(names = "--once", description = "Store what Kafka holds now, then end.")
  private boolean once;

  @Option(
      names = "--interval",
      paramLabel = "TIME",
      description = "Least time between two commits (default: 2s).")
  private @Nullable String interval;

  public IngestCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected Map<String, Entry> overrides() {
    Map<String, Entry> settings = kafka.overrides();
    return interval == null
        ? settings
        : settings.put("ingest.interval", option(interval, "--interval"));
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.MAKES;
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    StopSignal stop = StopSignal.listen();
    try (Lakehouse lake = Lakehouse.open(config)) {
      awaitTopic(lake, stop);
      if (stop.isRaised()) {
        return ExitStatus.of(ExitCode.STOPPED);
      }
      shell.screen().progress("starting Spark…");
      BronzeIngest ingest = lake.get(BronzeIngest.class);
      gaps.accept(ingest, shell.screen()::note);
      Troubles troubles = new Troubles(shell.screen()::note);
      try (AutoCloseable executors = ClusterNotes.of(lake, troubles);
          ShadowLag shadow = ShadowLag.of(config, lake, troubles)) {
        return once ? catchUp(ingest, shadow) : keepUp(config, ingest, shadow, troubles, stop);
      }
    }
  }

  private ExitStatus catchUp(BronzeIngest ingest, ShadowLag shadow) {
    IngestProgress done = ingest.catchUp(shadow.before(this::show));
    shell.screen().say(sentence(done));
    return ExitStatus.OK;
  }

  private ExitStatus keepUp(
      LakehouseConfig config,
      BronzeIngest ingest,
      ShadowLag shadow,
      Troubles troubles,
      StopSignal stop)
      throws Exception {
    try (ContinuousIngest running =
        ContinuousIngest.start(
            ingest,
            config.ingestInterval(),
            shadow.before(this::show),
            troubles,
            shell.screen()::note)) {
      shell
          .screen()
          .note(
              (config.topics().size() == 1 ? "ingesting topic " : "ingesting topics ")
                  + config.topics().mkString(", ")
                  + "; Ctrl-C stops it");
      shell.heartbeat().until(stop, running::throwIfBroken);
    }
    shell.screen().note("stopped");
    return ExitStatus.OK;
  }

  /** A broker that may come up by itself is waited for; every other obstacle ends the role. */
  private void awaitTopic(Lakehouse lake, StopSignal stop) throws InterruptedException {
    Troubles troubles = new Troubles(shell.screen()::note);
    Heartbeat heart = shell.heartbeat();
    for (int failures = 1; !stop.isRaised(); failures++) {
      try {
        kafka.require(lake, shell.screen()::note);
        return;
      } catch (KafkaFailure e) {
        if (once || !e.isAwaited()) {
          throw e;
        }
        troubles.met("kafka", e.getMessage(), e.getMessage() + "; it is tried again");
        heart.beat();
        boolean unused = stop.await(PAUSES.after(failures));
      }
    }
  }

  private void show(IngestProgress progress) {
    shell.screen().progress(sentence(progress));
  }

  static String sentence(IngestProgress progress) {
    String lag =
        progress.lag() == IngestProgress.UNKNOWN_LAG
            ? "unknown"
            : Numbers.count(progress.lag(), "record");
    return Numbers.count(progress.records(), "record")
        + " stored in Bronze, now at version "
        + progress.state().table().version()
        + "; lag: "
        + lag
        + (progress.held() == 0
            ? ""
            : "; "
                + Numbers.count(progress.held(), "offset")
                + " held back by a transaction that is still open");
  }
}
