package io.orderlake.bootstrap.cli;

import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.bootstrap.wiring.Unavailable;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.nio.file.Files;
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
abstract class RoleCommand implements Callable<Integer> {
  protected final Shell shell;

  @Spec private CommandSpec spec;

  @picocli.CommandLine.Option(
      names = "--data",
      paramLabel = "DIR",
      description = "The lake's directory (default: data in the project's directory).")
  private @Nullable Path data;

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

  RoleCommand(Shell shell) {
    this.shell = shell;
  }

  /** Does the work. */
  abstract ExitStatus run(LakehouseConfig config) throws Exception;

  /** Settings that this role's own options override, by key. */
  Map<String, Entry> overrides() {
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
    LakehouseConfig inForce = adapted(config.get());
    LogFile.of(inForce, spec.name()).use();
    return run(inForce).code();
  }

  /** The configuration as this role needs it. */
  LakehouseConfig adapted(LakehouseConfig config) {
    return config;
  }

  private Either<List<String>, LakehouseConfig> readConfig() {
    Map<String, Entry> options = overrides();
    if (data != null) {
      options = options.put("data", option(shell.resolve(data).toString(), "--data"));
    }
    Option<Path> file = Option.of(configFile).map(shell::resolve);
    return ConfigReader.read(new ConfigSources(shell.home(), file, shell.environment(), options));
  }

  /** Throws when there is no lake to look at. */
  static void requireLake(LakehouseConfig config) {
    if (!Files.isDirectory(config.data())) {
      throw new Unavailable(
          "there is no lake in "
              + config.data()
              + "; start one with `orderlake up`, or name another directory with --data DIR");
    }
  }

  static Entry option(String text, String option) {
    return new Entry(text, new Origin.Option(option));
  }

  boolean hasDataOption() {
    return data != null;
  }
}
