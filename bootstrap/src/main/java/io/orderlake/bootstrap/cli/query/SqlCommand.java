package io.orderlake.bootstrap.cli.query;

import io.orderlake.adapters.duckdb.LakeSql;
import io.orderlake.adapters.duckdb.SqlRefused;
import io.orderlake.answers.sql.DuckDbViews;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.FindFiles;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.process.Writable;
import io.orderlake.bootstrap.cli.role.AsOfOption;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.lake.LakeFiles.StoredFile;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Answers questions in SQL. */
@Command(
    name = "sql",
    description = {
      "Answers a question in SQL over Bronze, Silver, the quarantine and Gold at one lake version, with DuckDB in this process.",
      "E.g.: orderlake sql 'select city, sum(revenue) from gold.revenue_by_city_hour group by all'. It reads the lake's files and no others, and writes nothing but the file of --parquet."
    })
public final class SqlCommand extends RoleCommand {
  @CommandLine.Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "QUESTION", description = "select …, with … or from …")
  private String question = "";

  @Mixin private AsOfOption asOf = new AsOfOption();

  @ArgGroup private Format format = new Format();

  private static final class Format {
    @CommandLine.Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Option(
        names = "--csv",
        description = "Print CSV with every text as it is stored, for programs.")
    private boolean csv;

    @CommandLine.Option(
        names = "--parquet",
        paramLabel = "FILE",
        description = "Write a Parquet file, which is replaced if it is there.")
    private @Nullable Path parquet;
  }

  public SqlCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    AsOf unused = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
    if (config.store().isDefined()) {
      throw wrong(
          "this reads files of a disk, and the lake is in "
              + config.place()
              + ": give a DuckDB with httpfs and the bucket's credentials what `orderlake sql-views`"
              + " prints");
    }
    Option<String> unwritable = Writable.replaced(shell, "--parquet", format.parquet);
    if (unwritable.isDefined()) {
      throw wrong(unwritable.get());
    }
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    if (!LakeSql.isThere()) {
      shell
          .screen()
          .complain(
              "DuckDB is not here: `./orderlake sql` of the sources fetches it; elsewhere put"
                  + " duckdb_jdbc's jar on the class path, or give DuckDB what `orderlake sql-views`"
                  + " prints");
      return ExitStatus.of(ExitCode.UNAVAILABLE);
    }
    FindFiles.Files files;
    try (Lakehouse lake = Lakehouse.open(config)) {
      files =
          asOf.asked(config.reportingZone())
              .flatMap(lake.get(FindFiles.class)::at)
              .getOrElseThrow(this::wrong);
    }
    noteIfEmpty(files.lake());
    String currency = new LakeDoor(config).asOf(files.lake().number()).rules().currency();
    try {
      return answer(files, new DuckDbViews(files, currency));
    } catch (SqlRefused e) {
      shell.screen().complain(String.valueOf(e.getMessage()));
      return ExitStatus.of(ExitCode.USAGE);
    }
  }

  private ExitStatus answer(FindFiles.Files files, DuckDbViews views) throws Exception {
    Path out = format.parquet == null ? null : shell.resolve(format.parquet);
    Path begun = out == null ? null : out.resolveSibling("." + out.getFileName() + ".part");
    try (LakeSql sql =
        LakeSql.open(
            files.tables().map(found -> DuckDbViews.schema(found.schema())).distinct(),
            views.views(),
            files.tables().flatMap(found -> found.files().map(StoredFile::address)),
            begun)) {
      if (out != null && begun != null) {
        try {
          sql.parquet(question, begun);
          Files.move(
              begun, out, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
          boolean unused = Files.deleteIfExists(begun);
        }
        shell.screen().note("lake version " + files.lake().number() + ": the answer is in " + out);
        return ExitStatus.OK;
      }
      SqlAnswer answer = new SqlAnswer(files.lake().number());
      sql.ask(question, names -> head(answer, names), answer::row);
      if (format.json) {
        shell.screen().say(answer.json());
      } else if (format.csv) {
        shell.screen().say(answer.csv());
      } else {
        answer.table().forEach(shell.screen()::say);
      }
      return ExitStatus.OK;
    }
  }

  private void head(SqlAnswer answer, List<String> names) {
    answer.head(names);
    Option<String> shared = answer.sharedName();
    if (format.json && shared.isDefined()) {
      throw wrong(
          "several columns of the answer are named '"
              + shared.get()
              + "', and an object of JSON has a name once: name them apart with AS, or ask with"
              + " --csv");
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
