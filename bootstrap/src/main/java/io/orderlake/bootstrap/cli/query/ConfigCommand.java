package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.text.Json;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.LakeUse;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.ConfigReference;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Secrets;
import io.orderlake.bootstrap.terminal.TextTable;
import io.vavr.Tuple2;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows the configuration in force. */
@Command(
    name = "config",
    description = "Shows the configuration in force and where each value comes from.")
public final class ConfigCommand extends RoleCommand {
  @Option(names = "--example", description = "Print a documented example file instead.")
  private boolean example;

  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public ConfigCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected LakeUse lakeUse() {
    return LakeUse.KNOWS;
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) {
    if (example) {
      ConfigReference.exampleFile().stripTrailing().lines().forEach(shell.screen()::say);
    } else if (json) {
      shell.screen().say(Json.text(asMap(config)));
    } else {
      table(config).lines().forEach(shell.screen()::say);
    }
    return ExitStatus.OK;
  }

  private static TextTable table(LakehouseConfig config) {
    TextTable table =
        TextTable.of(
            TextTable.left("setting"), TextTable.whole("value"), TextTable.whole("comes from"));
    for (Tuple2<String, Entry> e : config.entries()) {
      table = table.row(e._1, shown(e), e._2.origin().toString());
    }
    return table;
  }

  private static Map<String, Object> asMap(LakehouseConfig config) {
    Map<String, Object> all = new LinkedHashMap<>();
    config
        .entries()
        .forEach(e -> all.put(e._1, Map.of("value", shown(e), "origin", e._2.origin().toString())));
    return all;
  }

  private static String shown(Tuple2<String, Entry> setting) {
    return Secrets.shown(setting._1, setting._2.text());
  }
}
