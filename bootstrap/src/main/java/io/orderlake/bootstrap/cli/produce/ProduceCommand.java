package io.orderlake.bootstrap.cli.produce;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.answers.text.Json;
import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.delivery.Undelivered;
import io.orderlake.application.generate.GenerateOrders;
import io.orderlake.application.generate.GeneratedOrder;
import io.orderlake.application.generate.GenerationObserver;
import io.orderlake.application.generate.GenerationPlan;
import io.orderlake.application.generate.GenerationReport;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.Rate;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Heartbeat;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.process.Writable;
import io.orderlake.bootstrap.cli.role.KafkaOption;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.AttentiveLog;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.SchemaVersions;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Publishes order events. */
@Command(
    name = "produce",
    description = {
      "Publishes order events: synthetic ones, or with --from a real feed.",
      "Every record is acknowledged by all replicas, or the exit code says otherwise.",
      "A cluster that is not this lake's own gets synthetic orders only with --count, --duration or --rate."
    })
public final class ProduceCommand extends RoleCommand {
  private static final List<String> OF_THE_GENERATOR =
      List.of("--rate", "--count", "--duration", "--seed", "--defects", "--schema-version");

  @CommandLine.Spec private CommandSpec spec;

  @Mixin private KafkaOption kafka = new KafkaOption();

  @CommandLine.Option(
      names = "--rate",
      paramLabel = "N",
      description = "Events per second, or max (default: ${DEFAULT-VALUE}; with --count: max).")
  private String rate = "100";

  @CommandLine.Option(names = "--count", paramLabel = "N", description = "Stop after N events.")
  private @Nullable Long count;

  @CommandLine.Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Stop after so long, e.g. 30s.")
  private @Nullable Duration duration;

  @CommandLine.Option(
      names = "--seed",
      paramLabel = "N",
      description = "Seed of the orders, with the time of day (default: another one each time).")
  private @Nullable Long seed;

  @CommandLine.Option(
      names = "--defects",
      paramLabel = "SHARE",
      description = "Share of events that break a rule, 0 to 1 (default: ${DEFAULT-VALUE}).")
  private double defects = 0.04;

  @CommandLine.Option(
      names = "--schema-version",
      paramLabel = "N",
      description =
          "Version of the synthetic orders' contract: ${COMPLETION-CANDIDATES}; one in ten is of"
              + " version 1 all the same. From version 4 on some are refunds, from version 5 on some"
              + " are cancelled (default: ${DEFAULT-VALUE}).",
      completionCandidates = Versions.class)
  private int schemaVersion = 2;

  @Mixin private FeedOptions feed = new FeedOptions();

  @CommandLine.Option(
      names = "--ack-log",
      paramLabel = "FILE",
      description = "Append every acknowledged event's id and offset to FILE, one JSON a line.")
  private @Nullable Path ackLog;

  @CommandLine.Option(names = "--json", description = "Print the outcome as one JSON object.")
  private boolean json;

  /** Those that orders are generated in. */
  private static final class Versions implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return List.rangeClosed(GeneratorSettings.OLDEST_VERSION, SchemaVersions.CURRENT)
          .map(String::valueOf)
          .iterator();
    }
  }

  public ProduceCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected Map<String, Entry> overrides() {
    return kafka.overrides();
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.KNOWS;
  }

  @Override
  protected void check(LakehouseConfig config) {
    Option<String> unwritable = Writable.appended(shell, "--ack-log", ackLog);
    if (unwritable.isDefined()) {
      throw wrong(unwritable.get());
    }
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    if (feed.misplaced().isDefined()) {
      throw wrong(feed.misplaced().get());
    }
    if (!feed.isFeed()) {
      return generate(config);
    }
    List<String> generators = OF_THE_GENERATOR.filter(this::isSaid);
    if (generators.nonEmpty()) {
      throw wrong(
          generators.mkString(", ")
              + (generators.size() == 1 ? " is" : " are")
              + " for synthetic orders; a feed (--from) is published whole");
    }
    return publishFeed(config);
  }

  private ExitStatus publishFeed(LakehouseConfig config) throws Exception {
    FeedOptions.Feed chosen =
        feed.feed(shell, config.sources(), config.rules().currency()).getOrElseThrow(this::wrong);
    return new PublishRole(shell, kafka, json, ackLog == null ? null : shell.resolve(ackLog))
        .run(config, feed, chosen, this::showProgress);
  }

  private ExitStatus generate(LakehouseConfig config) throws Exception {
    GenerationPlan plan = plan(config);
    StopSignal stop = StopSignal.listen();
    try (Lakehouse lake = Lakehouse.open(config);
        AckLog acks = AckLog.open(ackLog == null ? null : shell.resolve(ackLog))) {
      boolean own = kafka.require(lake, shell.screen()::note);
      lake.get(AttentiveLog.class).tell(shell.screen()::note);
      if (!own && !saysHowMany()) {
        throw wrong(
            "Kafka at "
                + lake.get(KafkaConnection.class).bootstrapServers()
                + " is not this lake's own broker: say how many synthetic orders it is to get, with"
                + " --count N, --duration TIME or --rate N; --from FILE publishes a real feed");
      }
      return told(
          lake.get(GenerateOrders.class).run(plan, new Watcher(stop, acks)), plan.orders().seed());
    }
  }

  private GenerationPlan plan(LakehouseConfig config) {
    long chosen = seed != null ? seed : new SecureRandom().nextInt(Integer.MAX_VALUE);
    try {
      GeneratorSettings orders =
          GeneratorSettings.seeded(chosen)
              .withDefects(defects)
              .withVersion(schemaVersion)
              .withRules(config.rules());
      return new GenerationPlan(orders, rate(), Option.of(count), Option.of(duration));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  /** An explicit word that this many orders are wanted. */
  private boolean saysHowMany() {
    return count != null || duration != null || isSaid("--rate");
  }

  private boolean isSaid(String option) {
    return spec.commandLine().getParseResult().hasMatchedOption(option);
  }

  private Rate rate() {
    if (rate.equals("max") || (!isSaid("--rate") && count != null)) {
      return new Rate.Unlimited();
    }
    try {
      return new Rate.PerSecond(Double.parseDouble(rate));
    } catch (NumberFormatException e) {
      throw new ParameterException(
          spec.commandLine(), "--rate '" + rate + "' is neither a number nor max", e);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private ExitStatus told(Either<Undelivered, GenerationReport> outcome, long usedSeed) {
    return outcome.fold(
        undelivered -> {
          shell.screen().complain(undelivered.sentence());
          return ExitStatus.of(ExitCode.UNAVAILABLE);
        },
        report -> {
          if (json) {
            shell.screen().say(Json.text(ProduceText.json(report, usedSeed)));
          } else {
            shell.screen().say(ProduceText.sentence(report, usedSeed));
          }
          return ExitStatus.OK;
        });
  }

  private void showProgress(DeliveryCounts counts) {
    shell.screen().progress(ProduceText.progress(counts));
  }

  private final class Watcher implements GenerationObserver {
    private final StopSignal stop;
    private final AckLog acks;
    private final Heartbeat heart = shell.heartbeat();

    Watcher(StopSignal stop, AckLog acks) {
      this.stop = stop;
      this.acks = acks;
    }

    @Override
    public void acknowledged(GeneratedOrder order, SourcePosition position) {
      acks.acknowledged(order.eventId(), position);
    }

    @Override
    public void progress(DeliveryCounts counts, Duration elapsed) {
      acks.flush();
      heart.beat();
      showProgress(counts);
    }

    @Override
    public boolean stopRequested() {
      return stop.isRaised();
    }
  }
}
