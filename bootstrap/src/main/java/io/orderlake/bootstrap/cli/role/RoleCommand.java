package io.orderlake.bootstrap.cli.role;

import io.orderlake.adapters.filesystem.lake.LakePlace;
import io.orderlake.application.lake.KnownLake;
import io.orderlake.application.lake.Objection;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.StoreAdmission;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A role of the program: reads the configuration, then does its work under it. */
@Command(
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    parameterListHeading = "%nParameters:%n")
public abstract class RoleCommand implements Callable<Integer> {
  protected final Shell shell;

  @Spec private CommandSpec spec;

  @picocli.CommandLine.Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The lake's directory (default: data in the project's directory).")
  private @Nullable Path data;

  @picocli.CommandLine.Option(
      names = "--lake",
      paramLabel = "URI",
      description =
          "The root of a lake on an object store, s3a://bucket/orders or gs://bucket/orders; --data"
              + " is then what this machine keeps of it.")
  private @Nullable String lake;

  @picocli.CommandLine.Option(
      names = "--config",
      paramLabel = "FILE",
      description = "The configuration file (default: orderlake.yaml, if there is one).")
  private @Nullable Path configFile;

  @picocli.CommandLine.Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and end.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  protected RoleCommand(Shell shell) {
    this.shell = shell;
  }

  /** Does the work. */
  protected abstract ExitStatus run(LakehouseConfig config) throws Exception;

  /** Settings that this role's own options override, by key. */
  protected Map<String, Entry> overrides() {
    return HashMap.empty();
  }

  @Override
  public final Integer call() throws Exception {
    Either<List<String>, LakehouseConfig> config = readConfig();
    if (config.isLeft()) {
      shell.screen().complain("the configuration is wrong:");
      config.getLeft().forEach(problem -> shell.screen().note("  - " + problem));
      return ExitCode.CONFIG.code();
    }
    config.get().warnings().forEach(warning -> shell.screen().note("warning: " + warning));
    LakehouseConfig wanted = adapted(config.get());
    check(wanted);
    LogFile.of(wanted, lakeUse(), spec.name()).use(); // a store's client logs
    LakeDoor door = new LakeDoor(wanted);
    LakePlace place = door.look();
    if (isMissing(place)) {
      shell.screen().complain(missing(wanted, place));
      return ExitCode.UNAVAILABLE.code();
    }
    try {
      return lakeUse() == LakeUse.OWNS || (lakeUse() == LakeUse.KNOWS && !place.isLake())
          ? run(wanted).code()
          : runIn(wanted, door, place);
    } catch (Error e) { // Hadoop throws one where others throw an IOException
      if (FailureCause.of(e) == FailureCause.DISK_FULL) {
        throw LakeFailure.of(String.valueOf(e.getMessage()), e);
      }
      throw e;
    }
  }

  private int runIn(LakehouseConfig wanted, LakeDoor door, LakePlace place) throws Exception {
    if (lakeUse() == LakeUse.MAKES && !place.isLake()) {
      Option<List<String>> objection = StoreAdmission.objection(wanted);
      if (objection.isDefined()) {
        return refuse(List.of(objection.get()));
      }
    }
    PropertyText text = new PropertyText(wanted.place());
    Either<Seq<Objection>, KnownLake> known = door.knock(lakeUse() == LakeUse.MAKES);
    if (known.isLeft()) {
      return refuse(known.getLeft().map(text::of));
    }
    text.news(known.get()).forEach(shell.screen()::note);
    return run(door.inside(known.get(), lakeUse() == LakeUse.MAKES)).code();
  }

  /** Each objection is what stands against the lake, and what to do about it. */
  private int refuse(Seq<List<String>> objections) {
    objections.forEach(sentences -> shell.screen().complain(sentences.head()));
    objections.flatMap(List::tail).forEach(shell.screen()::note);
    return ExitCode.CONFIG.code();
  }

  private boolean isMissing(LakePlace place) {
    return switch (lakeUse()) {
      case NEEDS -> !place.isLake();
      case MAKES -> place.isBlocked();
      case KNOWS, OWNS -> false;
    };
  }

  private static String missing(LakehouseConfig config, LakePlace place) {
    return "there is no lake in "
        + config.place()
        + ": "
        + place.missing().getOrElse("")
        + (place.isBlocked() ? "; name" : "; start one with `orderlake up`, or name")
        + " another directory with --data DIR";
  }

  /** How this role stands to the lake. */
  protected LakeUse lakeUse() {
    return LakeUse.NEEDS;
  }

  /** Refuses a wrong command line; nothing has been looked at yet. */
  protected void check(LakehouseConfig config) {}

  /** The configuration as this role needs it. */
  protected LakehouseConfig adapted(LakehouseConfig config) {
    return config;
  }

  private Either<List<String>, LakehouseConfig> readConfig() {
    Map<String, Entry> options = overrides();
    if (data != null) {
      options = options.put("data", option(shell.resolve(data).toString(), "--data"));
    }
    if (lake != null) {
      options = options.put("lake", option(lake, "--lake"));
    }
    return ConfigReader.read(
        new ConfigSources(shell.home(), configFile(), shell.environment(), options));
  }

  /** The configuration file that the command line names; none for the usual one. */
  protected final Option<Path> configFile() {
    return Option.of(configFile).map(shell::resolve);
  }

  /** A lake that is there and has published nothing is not to be taken for one without revenue. */
  protected void noteIfEmpty(LakeVersion version) {
    if (version.isEmpty()) {
      shell.screen().note("nothing is published yet");
    }
  }

  /** What an option of the command line says. */
  protected static Entry option(String text, String option) {
    return new Entry(text, new Origin.Option(option));
  }

  /** Whether the command line names the lake's directory. */
  protected boolean hasDataOption() {
    return data != null;
  }
}
