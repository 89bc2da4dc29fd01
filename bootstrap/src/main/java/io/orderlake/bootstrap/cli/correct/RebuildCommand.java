package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.correct.GoldForecastJson;
import io.orderlake.answers.correct.RedriveJson;
import io.orderlake.answers.text.Json;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.ForeseeGold;
import io.orderlake.application.correct.ForeseeRebuild;
import io.orderlake.application.correct.GoldForecast;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.correct.RebuildLake;
import io.orderlake.application.correct.RowLoss;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.cli.run.RequestedJob;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.silver.RuleSettingsCheck;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has projections built anew. */
@Command(
    name = "rebuild",
    description = {
      "Has the runner build projections anew under the rules in force.",
      "Readers see the present lake version until the new tables are complete, then all of them at"
          + " once. Broken off, a rebuild goes on where it stopped when it is asked for again."
          + " Other jobs wait meanwhile."
    })
public final class RebuildCommand extends RoleCommand {
  enum What {
    SILVER,
    GOLD,
    ALL
  }

  @Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "WHAT",
      description =
          "gold: the Gold tables, from Silver; silver or all: Silver and the quarantine from"
              + " Bronze, and Gold, which stands on them.")
  private What what = What.ALL;

  @picocli.CommandLine.Option(
      names = "--dry-run",
      description = "Say what would come into Silver and Gold and go out; change nothing.")
  private boolean dryRun;

  @picocli.CommandLine.Option(
      names = "--yes",
      description = "Go on although rows go out of Silver and Gold.")
  private boolean yes;

  @picocli.CommandLine.Option(
      names = "--reporting-zone",
      paramLabel = "ZONE",
      description =
          "Change the lake's reporting zone for good and build Gold anew in it; no runner may be"
              + " active.")
  private @Nullable String zone;

  @picocli.CommandLine.Option(
      names = "--currency",
      paramLabel = "CODE",
      description =
          "With all: change the lake's currency for good and judge all of Bronze by it; no runner"
              + " may be active.")
  private @Nullable String currency;

  @picocli.CommandLine.Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long to wait, e.g. 90s (default: 1h). The run goes on.")
  private Duration timeout = Duration.ofHours(1);

  @picocli.CommandLine.Option(
      names = "--json",
      description = "Print the result as one JSON object.")
  private boolean json;

  public RebuildCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    if (currency != null && what == What.GOLD) {
      throw wrong("another currency judges every event anew: rebuild all --currency " + currency);
    }
    LakeProperties unused = changed(config);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /** The properties that are asked for. */
  private LakeProperties changed(LakehouseConfig config) {
    try {
      ZoneId asked = zone == null ? config.reportingZone() : ZoneId.of(zone);
      String code = currency == null ? config.rules().currency() : currency;
      RuleSettingsCheck.problems(config.rules().withCurrency(code))
          .forEach(
              problem -> {
                throw wrong("--currency: " + problem);
              });
      return new LakeProperties(asked, code);
    } catch (DateTimeException e) {
      throw new ParameterException(
          spec.commandLine(),
          "--reporting-zone '" + zone + "' is not a time zone; expected e.g. Europe/Berlin",
          e);
    }
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    if (zone != null || currency != null) {
      return new ChangedLake(shell, config, changed(config)).of(dryRun, yes);
    }
    try (Lakehouse lake = Lakehouse.open(config)) {
      if (!dryRun && (yes || what == What.GOLD)) {
        return rebuild(lake, yes);
      }
      return what == What.GOLD ? foreseeGold(lake) : foresee(lake);
    }
  }

  private ExitStatus foresee(Lakehouse lake) {
    RebuildForecast forecast =
        lake.get(ForeseeRebuild.class).of(lake.get(LakeVersions.class).latest());
    if (dryRun) {
      if (json) {
        shell.screen().say(Json.text(RedriveJson.of(forecast)));
      } else {
        RedriveText.lines(forecast).forEach(shell.screen()::say);
      }
      return ExitStatus.OK;
    }
    if (!forecast.losesRows()) {
      return rebuild(lake, false);
    }
    RedriveText.lines(forecast).forEach(shell.screen()::note);
    String question =
        "this takes %s with revenue %s out of Silver and Gold"
            .formatted(
                Numbers.count(forecast.out().rows(), "row"), forecast.out().totals().revenue());
    return Confirmation.in(shell).asks(question)
        ? rebuild(lake, true)
        : ExitStatus.of(ExitCode.USAGE);
  }

  private ExitStatus foreseeGold(Lakehouse lake) {
    Seq<GoldForecast> tables =
        lake.get(ForeseeGold.class).of(lake.get(LakeVersions.class).latest());
    if (json) {
      shell.screen().say(Json.text(GoldForecastJson.of(tables)));
    } else {
      GoldForecastText.lines(tables).forEach(shell.screen()::say);
    }
    return ExitStatus.OK;
  }

  private ExitStatus rebuild(Lakehouse lake, boolean mayLoseRows) {
    SortedMap<String, String> params =
        TreeMap.of(RebuildLake.PROJECTION, what.name().toLowerCase(Locale.ROOT));
    return new RequestedJob(
            JobName.REBUILD,
            mayLoseRows ? params.put(RowLoss.PARAMETER, "true") : params,
            "orderlake rebuild")
        .perform(shell, lake, timeout, json);
  }
}
