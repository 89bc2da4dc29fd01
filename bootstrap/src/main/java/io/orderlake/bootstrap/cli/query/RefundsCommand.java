package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.refund.OverRefundsJson;
import io.orderlake.answers.text.Csv;
import io.orderlake.answers.text.Json;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.refund.FindOverRefunds;
import io.orderlake.application.refund.OverRefunds;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.AsOfOption;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.OverRefundsText;
import io.orderlake.bootstrap.wiring.Lakehouse;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Names orders of which more was given back than they sold. */
@Command(
    name = "refunds",
    description = {
      "Names the orders of which more was given back than they sold, by order_id and currency: those"
          + " that sold something first, the greatest excess first.",
      "It is said of the lake version as a whole: in whatever order sales, refunds and cancellations came."
    })
public final class RefundsCommand extends RoleCommand {
  private static final int SCREENFUL = 20;

  @CommandLine.Spec private CommandSpec spec;

  @CommandLine.Option(
      names = "--limit",
      paramLabel = "N",
      description = "Name at most so many orders (default: 20, all with --json or CSV).")
  private @Nullable Integer limit;

  @Mixin private AsOfOption asOf = new AsOfOption();

  @ArgGroup private @Nullable Format format;

  private static final class Format {
    @CommandLine.Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @CommandLine.Option(
        names = "--csv",
        description =
            "Print CSV. A text that a spreadsheet would take for a formula gets an apostrophe"
                + " before it, what is invisible in it becomes a dot.")
    private boolean csv;
  }

  public RefundsCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    AsOf unused = asOf(config);
  }

  private AsOf asOf(LakehouseConfig config) {
    return asOf.asked(config.reportingZone()).getOrElseThrow(this::wrong);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    boolean json = format != null && format.json;
    boolean csv = format != null && format.csv;
    int most = limit != null ? limit : json || csv ? Integer.MAX_VALUE : SCREENFUL;
    try (Lakehouse lake = Lakehouse.open(config)) {
      OverRefunds found =
          lake.get(FindOverRefunds.class).find(asOf(config), most).getOrElseThrow(this::wrong);
      noteIfEmpty(found.lake());
      if (json) {
        shell.screen().say(Json.text(OverRefundsJson.of(found)));
      } else if (csv) {
        shell.screen().say(Csv.guarded(OverRefundsJson.csv(found)));
      } else {
        new OverRefundsText(found).table().forEach(shell.screen()::say);
      }
      return ExitStatus.OK;
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
