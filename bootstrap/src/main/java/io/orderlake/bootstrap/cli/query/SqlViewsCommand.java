package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.sql.DuckDbViews;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.FindFiles;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.AsOfOption;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.Lakehouse;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Prints the lake as views of DuckDB. */
@Command(
    name = "sql-views",
    description = {
      "Prints views for DuckDB over the files of one lake version: Bronze, Silver, the quarantine and Gold.",
      "E.g.: orderlake sql-views > lake.sql; duckdb -init lake.sql. The files stay as long as the lake keeps the version (maintain.retention)."
    })
public final class SqlViewsCommand extends RoleCommand {
  @CommandLine.Spec private CommandSpec spec;

  @Mixin private AsOfOption asOf = new AsOfOption();

  public SqlViewsCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    AsOf unused = asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      FindFiles.Files files =
          asOf.asked(config.reportingZone())
              .flatMap(lake.get(FindFiles.class)::at)
              .getOrElseThrow(this::wrong);
      noteIfEmpty(files.lake());
      String currency = new LakeDoor(config).asOf(files.lake().number()).rules().currency();
      new DuckDbViews(files, currency).lines().forEach(shell.screen()::say);
    }
    return ExitStatus.OK;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
