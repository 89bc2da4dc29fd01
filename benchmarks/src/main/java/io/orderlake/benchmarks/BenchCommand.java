package io.orderlake.benchmarks;

import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.Workplace;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.Writable;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line of {@code orderlake bench}. */
@Command(
    name = "orderlake bench",
    sortOptions = false,
    description = {
      "Measures Orderlake, stage by stage, beside others that do the same work on the same data,"
          + " and writes results.json and RESULTS.md.",
      "All must come to the same revenue, or the benchmark fails."
    },
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured; whether the goals are reached, the table says",
      "64:the command line is wrong; correct it",
      "70:a section failed, or two contestants disagree; what was measured is written all the same"
    })
final class BenchCommand implements Callable<Integer> {
  private final Shell shell;

  @Spec private CommandSpec spec;

  @Option(
      names = "--rows",
      paramLabel = "N",
      defaultValue = "5000000",
      description = "Events of the corpus (default: 5000000).")
  private long rows;

  @Option(
      names = "--peers",
      description = "Measure DuckDB and Polars too; they are installed from PyPI.")
  private boolean peers;

  @Option(
      names = "--repetitions",
      paramLabel = "N",
      defaultValue = "3",
      description = "Measurements of each contestant, interleaved (default: 3).")
  private int repetitions;

  @Option(
      names = "--only",
      paramLabel = "NAME",
      split = ",",
      description =
          "Run these sections alone; a name that is none lists them, with those that run only when"
              + " they are named.")
  private java.util.@Nullable List<String> only;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      description =
          "Where scratch data goes, in a directory of its own that is removed at the end (default:"
              + " benchmarks/target).")
  private @Nullable Path work;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Where results.json and RESULTS.md go (default: benchmarks; with --only,"
              + " benchmarks/target/results, since the page there has all sections).")
  private @Nullable Path out;

  @Mixin private SectionOptions options = new SectionOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and end.")
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private boolean help;

  BenchCommand(Shell shell) {
    this.shell = shell;
  }

  @Override
  public Integer call() throws Exception {
    if (rows < 1 || repetitions < 1) {
      throw new ParameterException(
          spec.commandLine(), "--rows and --repetitions must be at least 1");
    }
    io.vavr.control.Option<String> unwritable =
        Writable.directory(shell, "--work", work)
            .orElse(() -> Writable.directory(shell, "--out", out));
    if (unwritable.isDefined()) {
      throw new ParameterException(spec.commandLine(), unwritable.get());
    }
    Path module = shell.home().resolve("benchmarks");
    Path scratch = work == null ? module.resolve("target") : shell.resolve(work);
    Path results = out == null ? defaultResults(module) : shell.resolve(out);
    try (Workplace place = Workplace.in(scratch)) {
      BenchContext context =
          new BenchContext(
              shell.screen(), shell.home(), place.directory(), rows, repetitions, peers);
      try (Sections sections = Sections.of(context, options)) {
        boolean clean = new Bench(context, chosen(sections.all())).run(results);
        return (clean ? ExitCode.OK : ExitCode.INTERNAL).code();
      }
    }
  }

  private Path defaultResults(Path module) {
    return only == null ? module : module.resolve("target").resolve("results");
  }

  private List<Section> chosen(List<Section> all) {
    if (only == null) {
      return all.filter(Section::isUsual);
    }
    Set<String> unknown = List.ofAll(only).toSet().removeAll(all.map(Section::name));
    if (unknown.nonEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "there is no section " + unknown.mkString(", ") + "; there are " + names(all));
    }
    java.util.List<String> wanted = only;
    return all.filter(section -> wanted.contains(section.name()));
  }

  private static String names(List<Section> sections) {
    return sections.map(Section::name).mkString(", ");
  }
}
