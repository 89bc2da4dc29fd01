package io.orderlake.bootstrap.cli.correct;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.ForeseeGold;
import io.orderlake.application.correct.ForeseeRebuild;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.LakeDoor;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.Runners;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * A lake that is to become another one.
 *
 * @param config of the lake as it is
 * @param properties that it is to have
 */
record ChangedLake(Shell shell, LakehouseConfig config, LakeProperties properties) {

  /** Foresees it, asks where rows are lost, and does it. */
  ExitStatus of(boolean dryRun, boolean yes) throws Exception {
    boolean rejudges = !properties.currency().equals(config.rules().currency());
    LakehouseConfig changed = config.in(properties, new LakeDoor(config).registerPlace());
    try (Lakehouse lake = Lakehouse.open(changed)) {
      LakeVersion latest = lake.get(LakeVersions.class).latest();
      if (dryRun) {
        List<String> lines =
            rejudges
                ? RedriveText.lines(lake.get(ForeseeRebuild.class).of(latest))
                : GoldForecastText.lines(lake.get(ForeseeGold.class).of(latest));
        lines.forEach(line -> shell.screen().say(line));
        return ExitStatus.OK;
      }
      return rejudges && !yes && !isAllowed(lake.get(ForeseeRebuild.class).of(latest))
          ? ExitStatus.of(ExitCode.USAGE)
          : change(lake);
    }
  }

  private boolean isAllowed(RebuildForecast forecast) {
    if (!forecast.losesRows()) {
      return true;
    }
    RedriveText.lines(forecast).forEach(shell.screen()::note);
    return Confirmation.in(shell)
        .asks(
            "this takes %s with revenue %s out of Silver and Gold"
                .formatted(
                    Numbers.count(forecast.out().rows(), "row"),
                    forecast.out().totals().revenue()));
  }

  private ExitStatus change(Lakehouse lake) {
    LakeProperties present = new LakeProperties(config.reportingZone(), config.rules().currency());
    shell.screen().progress("starting Spark…");
    Option<Either<RunFailure, RunOutcome>> outcome = lake.get(Runners.class).changeLake(present);
    if (outcome.isEmpty()) {
      shell
          .screen()
          .complain(
              "a runner is active, which knows the lake as it was: stop it (or `up`), change the"
                  + " lake, and start it again");
      return ExitStatus.of(ExitCode.AGAIN);
    }
    return outcome.get().fold(this::refused, this::done);
  }

  private ExitStatus refused(RunFailure failure) {
    shell.screen().complain("the lake is what it was: " + failure.message());
    return ExitStatus.of(failure);
  }

  private ExitStatus done(RunOutcome outcome) {
    shell
        .screen()
        .say(
            "the lake in %s has reporting zone %s and currency %s from lake version %s on"
                .formatted(
                    config.place(),
                    properties.reportingZone(),
                    properties.currency(),
                    outcome.lakeVersion()));
    return ExitStatus.OK;
  }
}
