package io.orderlake.bootstrap.cli.query;

import io.orderlake.answers.audit.AuditJson;
import io.orderlake.answers.refund.OverRefundsJson;
import io.orderlake.answers.text.Json;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.audit.AuditLake;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.refund.FindOverRefunds;
import io.orderlake.application.refund.OverRefunds;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.AuditText;
import io.orderlake.bootstrap.terminal.OverRefundsText;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Proves the newest lake version. */
@Command(
    name = "audit",
    description = {
      "Proves the newest lake version: replays Bronze through the rules in plain Java and compares",
      "every Silver row, every quarantined record and every Gold cell, the offsets and the sums.",
      "Ends with 74 and the smallest counter-example when something differs."
    })
public final class AuditCommand extends RoleCommand {
  @CommandLine.Spec private CommandSpec spec;

  @CommandLine.Option(
      names = "--from",
      paramLabel = "TIME",
      description = "Compare only what is at or after this date or instant (event time).")
  private @Nullable String from;

  @CommandLine.Option(
      names = "--to",
      paramLabel = "TIME",
      description = "Compare only what is before this date or instant.")
  private @Nullable String to;

  @CommandLine.Option(
      names = "--sample",
      paramLabel = "N",
      description = "Compare about N events, and as many Gold cells.")
  private @Nullable String sample;

  @CommandLine.Option(
      names = "--serve",
      description =
          "Compare PostgreSQL, as tools see it, with Gold at the lake version that it claims, cell by cell; nothing else.")
  private boolean served;

  @CommandLine.Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  public AuditCommand(Shell shell) {
    super(shell);
  }

  private AuditScope scope(LakehouseConfig config) {
    return AuditScope.of(Option.of(from), Option.of(to), Option.of(sample), config.reportingZone())
        .getOrElseThrow(problem -> new ParameterException(spec.commandLine(), problem));
  }

  @Override
  protected void check(LakehouseConfig config) {
    AuditScope unused = scope(config);
    if (served && (from != null || to != null || sample != null)) {
      throw new ParameterException(
          spec.commandLine(), "--serve compares every cell; leave out --from, --to and --sample");
    }
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    if (served) {
      return new ServedAudit(shell.screen(), config, json).run();
    }
    AuditScope scope = scope(config);
    try (Lakehouse lake = Lakehouse.open(config)) {
      InstantSource clock = lake.get(InstantSource.class);
      Instant begun = clock.instant();
      AuditVerdict verdict = lake.get(AuditLake.class).audit(scope, this::progress);
      noteIfEmpty(verdict.lake());
      Duration took = Duration.between(begun, clock.instant());
      Option<OverRefunds> refunds =
          Option.when(
              verdict.isIntact(), () -> lake.get(FindOverRefunds.class).in(verdict.lake(), 0));
      if (json) {
        Map<String, @Nullable Object> all = AuditJson.of(verdict, took);
        all.put("over_refunds", refunds.map(OverRefundsJson::counts).getOrNull());
        shell.screen().say(Json.text(all));
      } else {
        new AuditText(verdict, took)
            .lines()
            .appendAll(refunds.flatMap(found -> new OverRefundsText(found).warning()))
            .forEach(shell.screen()::say);
      }
      return verdict.isIntact() ? ExitStatus.OK : ExitStatus.of(ExitCode.STORE);
    }
  }

  private void progress(long rows, long all) {
    shell
        .screen()
        .progress("reading " + Numbers.count(rows) + " of " + Numbers.count(all) + " rows");
  }
}
