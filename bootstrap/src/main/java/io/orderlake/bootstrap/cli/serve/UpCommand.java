package io.orderlake.bootstrap.cli.serve;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.application.generate.GenerateOrders;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.metrics.ShowMetrics;
import io.orderlake.application.run.KeepFresh;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.application.serve.ServeGold;
import io.orderlake.application.serve.TellOperations;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.StopSignal;
import io.orderlake.bootstrap.cli.role.KafkaOption;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.up.Background;
import io.orderlake.bootstrap.up.Children;
import io.orderlake.bootstrap.up.ContinuousIngest;
import io.orderlake.bootstrap.up.LakeLock;
import io.orderlake.bootstrap.up.LocalAirflow;
import io.orderlake.bootstrap.up.LocalBroker;
import io.orderlake.bootstrap.up.OwnPostgres;
import io.orderlake.bootstrap.up.RunnerNotes;
import io.orderlake.bootstrap.up.ServedConsole;
import io.orderlake.bootstrap.up.ServedGold;
import io.orderlake.bootstrap.up.ServedMetrics;
import io.orderlake.bootstrap.up.ShadowLag;
import io.orderlake.bootstrap.up.SteadyProducer;
import io.orderlake.bootstrap.up.ToldTroubles;
import io.orderlake.bootstrap.up.Troubles;
import io.orderlake.bootstrap.up.UpBoard;
import io.orderlake.bootstrap.up.WatcherNotes;
import io.orderlake.bootstrap.up.Worker;
import io.orderlake.bootstrap.wiring.AttentiveLog;
import io.orderlake.bootstrap.wiring.Autopilots;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.bootstrap.wiring.WarmUp;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.Map;
import java.math.BigDecimal;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the whole lakehouse until it is stopped. */
@Command(
    name = "up",
    description = {
      "Runs the whole lakehouse until it is stopped.",
      "A Kafka broker, a producer, the ingest, the runner, and a watcher that asks for Silver and Gold through trigger files as Bronze grows; or, with --airflow, Airflow in the watcher's place."
    })
public final class UpCommand extends RoleCommand {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int LOOKS_PER_LINE = 20;
  private static final double DEFAULT_RATE = 20;

  @Spec private CommandSpec spec;

  @Mixin private KafkaOption kafka = new KafkaOption();

  @Mixin private AcceptGapOption gaps = new AcceptGapOption();

  @Option(
      names = "--kafka-port",
      paramLabel = "N",
      description = "Port of the broker on 127.0.0.1 (default: any free one).")
  private @Nullable String kafkaPort;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description =
          "Synthetic events per second, 0 for none (default: 20 into the broker that `up` runs itself, none into another).")
  private @Nullable Double rate;

  @Option(
      names = "--no-autopilot",
      description = "Ask for no runs: Airflow, trigger files or `orderlake trigger` will.")
  private boolean noAutopilot;

  @Option(
      names = "--airflow",
      description = "Have Airflow ask for runs, with a PostgreSQL of its own; needs Python.")
  private boolean withAirflow;

  @Option(
      names = "--airflow-port",
      paramLabel = "N",
      description = "Port of Airflow's UI (default: 8080, or any free one where that is taken).")
  private @Nullable String airflowPort;

  @Option(
      names = "--serve",
      description =
          "Run a PostgreSQL of the lake's own in which Gold is kept for tools that ask databases; needs PostgreSQL's programs.")
  private boolean withServe;

  public UpCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected Map<String, Entry> overrides() {
    Map<String, Entry> settings = kafka.overrides();
    return kafkaPort == null
        ? settings
        : settings.put("kafka.port", option(kafkaPort, "--kafka-port"));
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.MAKES;
  }

  @Override
  protected void check(LakehouseConfig config) {
    if (rate != null && !(rate >= 0 && rate <= 1_000_000)) {
      throw new ParameterException(
          spec.commandLine(), "--rate is from 0 to 1000000 events per second, not " + rate);
    }
    if (rate != null && rate > 0 && config.kafka().topic().isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "--rate publishes synthetic orders, and kafka.topic names no topic for them");
    }
    if (withServe && config.serve().postgres().isDefined()) {
      throw new ParameterException(
          spec.commandLine(),
          "--serve runs a PostgreSQL of the lake's own, and serve.postgres.url names another one,"
              + " in which `up` serves Gold by itself; leave one of them out");
    }
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    StopSignal stop = StopSignal.listen();
    shell.screen().progress("starting Kafka and Spark…");
    try (LakeLock lock = LakeLock.take(config.data());
        Background<@Nullable LocalBroker> broker =
            Background.begin("broker", () -> broker(config, stop));
        LocalAirflow airflow = airflow(config);
        Background<@Nullable OwnPostgres> postgres =
            Background.begin("postgres", () -> withServe ? OwnPostgres.start(config) : null);
        Lakehouse lake = Lakehouse.open(config)) {
      boolean foreign = !config.kafka().bootstrap().isEmpty();
      if (foreign) { // before Spark is waited for
        kafka.require(lake, shell.screen()::note);
      }
      Troubles troubles = new Troubles(shell.screen()::note);
      ServeTriggers runner =
          lake.get(Runners.class).serving(RunnerNotes.ofTroubles(troubles, shell.screen()::note));
      LocalBroker own = broker.get();
      if (!foreign) {
        kafka.require(lake, shell.screen()::note);
      }
      serve(config, lake, new Children(own, airflow, postgres.get()), runner, troubles, stop);
    } catch (KafkaFailure e) {
      if (!stop.isRaised()) {
        throw e;
      }
      // a signal to the whole group has ended the broker, too
    }
    shell.screen().say("stopped");
    return ExitStatus.OK;
  }

  /** The lake's own broker, unless somebody else's is configured. */
  private @Nullable LocalBroker broker(LakehouseConfig config, StopSignal stop) {
    Consumer<String> notes =
        line -> {
          if (!stop.isRaised()) {
            shell.screen().note(line);
          }
        };
    return config.kafka().bootstrap().isEmpty()
        ? LocalBroker.start(config, shell.brokerBuild(), notes)
        : null;
  }

  private @Nullable LocalAirflow airflow(LakehouseConfig config) {
    return withAirflow
        ? LocalAirflow.start(
            shell.launcher(),
            new LocalAirflow.Wanted(
                config.data(),
                config.store(),
                configFile(),
                io.vavr.control.Option.of(airflowPort)),
            shell.screen()::note)
        : null;
  }

  private void serve(
      LakehouseConfig config,
      Lakehouse lake,
      Children children,
      ServeTriggers runner,
      Troubles troubles,
      StopSignal stop)
      throws Exception {
    double rateInForce = rateInto(config, children.broker() != null);
    UpBoard board = new UpBoard(lake.get(LakeVersions.class), rateInForce);
    KeepFresh autopilot = lake.get(Autopilots.class).steering(new WatcherNotes(troubles));
    BronzeIngest bronze = lake.get(BronzeIngest.class);
    gaps.accept(bronze, shell.screen()::note);
    WarmUp warmUp = lake.get(WarmUp.class);
    try (Worker serving = Worker.start("runner", runner::serve, runner::stop);
        Worker warming = Worker.start("warm-up", warmUp::run, warmUp::stop);
        AutoCloseable executors = ClusterNotes.of(lake, troubles);
        ShadowLag shadow = ShadowLag.of(config, lake, troubles);
        ContinuousIngest ingest =
            ContinuousIngest.start(
                bronze,
                config.ingestInterval(),
                shadow.before(board::ingested),
                troubles,
                shell.screen()::note);
        Worker steering =
            noAutopilot || withAirflow
                ? Worker.idle()
                : Worker.start("autopilot", autopilot::keep, autopilot::stop);
        Worker producing = producer(config, lake, rateInForce, board, troubles);
        ServedMetrics metrics = metrics(config, lake);
        ToldTroubles telling = ToldTroubles.of(lake);
        ServedGold served = served(config, lake, troubles);
        ServedConsole console = console(config, lake);
        // Closed first: what Airflow has asked for should not find the runner gone.
        LocalAirflow asking = children.airflow()) {
      boolean ready = tellIfReady(config, lake, children, metrics, console);
      for (int look = 1; !stop.await(LOOK); look++) {
        children.throwIfBroken(troubles);
        ready = ready || tellIfReady(config, lake, children, metrics, console);
        serving.throwIfBroken();
        ingest.throwIfBroken();
        steering.throwIfBroken();
        producing.throwIfBroken();
        show(board, look);
      }
      shell.screen().note("stopping…");
    }
  }

  private Worker producer(
      LakehouseConfig config,
      Lakehouse lake,
      double rateInForce,
      UpBoard board,
      Troubles troubles) {
    if (rateInForce == 0) {
      return Worker.idle();
    }
    lake.get(AttentiveLog.class).tell(shell.screen()::note);
    return SteadyProducer.start(
        lake.get(GenerateOrders.class),
        GeneratorSettings.seeded(new SecureRandom().nextLong()).withRules(config.rules()),
        rateInForce,
        board::published,
        troubles);
  }

  /** Nothing is published unasked into what is not Orderlake's. */
  private double rateInto(LakehouseConfig config, boolean ownBroker) {
    if (config.kafka().topic().isEmpty()) {
      return 0; // there is no topic for them
    }
    if (ownBroker) {
      return rate == null ? DEFAULT_RATE : rate;
    }
    String where = config.kafka().bootstrap() + " is not this lake's own broker";
    if (rate == null) {
      shell
          .screen()
          .note("no synthetic orders are published: " + where + " (--rate N publishes some)");
      return 0;
    }
    if (rate > 0) {
      shell
          .screen()
          .note(
              "publishing "
                  + BigDecimal.valueOf(rate).stripTrailingZeros().toPlainString()
                  + " synthetic orders a second into topic "
                  + config.kafka().topic()
                  + ", as --rate says, though "
                  + where);
    }
    return rate;
  }

  /** Null when they are switched off. */
  private static @Nullable ServedMetrics metrics(LakehouseConfig config, Lakehouse lake) {
    return config.metrics().port().isEmpty()
        ? null
        : ServedMetrics.beside(config.metrics(), lake.get(ShowMetrics.class));
  }

  /** Null when it is switched off. */
  private static @Nullable ServedConsole console(LakehouseConfig config, Lakehouse lake) {
    return config.console().port().isEmpty() ? null : ServedConsole.beside(config, lake);
  }

  /** Null where Gold is served nowhere, or only if `up` is told so. */
  private @Nullable ServedGold served(LakehouseConfig config, Lakehouse lake, Troubles troubles) {
    return withServe || config.serve().postgres().isDefined()
        ? ServedGold.start(
            lake.get(ServeGold.class), lake.get(TellOperations.class), troubles, version -> {})
        : null;
  }

  private boolean tellIfReady(
      LakehouseConfig config,
      Lakehouse lake,
      Children children,
      @Nullable ServedMetrics metrics,
      @Nullable ServedConsole console) {
    boolean ready = children.areReady();
    if (ready) {
      String kafka = lake.get(KafkaConnection.class).bootstrapServers();
      String topics = config.topics().size() == 1 ? ", topic " : ", topics ";
      String airflow = children.airflowUrl().fold(() -> "", url -> ", Airflow at " + url);
      shell
          .screen()
          .say(
              "ready: Kafka at "
                  + kafka
                  + topics
                  + config.topics().mkString(", ")
                  + ", lake in "
                  + config.place()
                  + (metrics == null ? "" : ", metrics at " + metrics.url())
                  + (console == null ? "" : ", console at " + console.url())
                  + airflow
                  + children.postgres().fold(() -> "", own -> ", Gold at " + own.invitation())
                  + "; Ctrl-C stops it");
      if (console != null) {
        shell.screen().say(console.invitation(shell.screen().isWatched()));
      }
    }
    return ready;
  }

  private void show(UpBoard board, int look) {
    if (shell.screen().isWatched()) {
      shell.screen().progress(board.line());
    } else if (look % LOOKS_PER_LINE == 0) {
      board.changedLine().forEach(shell.screen()::note);
    }
  }
}
