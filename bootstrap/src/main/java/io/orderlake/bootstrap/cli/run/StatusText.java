package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.LakeStatus;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.terminal.AuditText;
import io.orderlake.bootstrap.terminal.TextTable;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunState;
import io.orderlake.domain.text.TimeText;
import io.orderlake.protocol.run.StateNames;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Duration;

/** Where everything stands, for people. */
final class StatusText {
  private final LakeStatus status;
  private final Seq<TableId> undeclared;
  private final ServedStatus served;
  private final LakehouseConfig config;
  private final TimeText times;

  StatusText(
      LakeStatus status, Seq<TableId> undeclared, ServedStatus served, LakehouseConfig config) {
    this.status = status;
    this.undeclared = undeclared;
    this.served = served;
    this.config = config;
    this.times = new TimeText(config.reportingZone());
  }

  List<String> lines() {
    List<String> lines =
        List.of(lake(), runner(), bronze())
            .appendAll(status.bronze().toList().flatMap(StatusText::lost))
            .append(published());
    if (!status.lake().isEmpty()) {
      lines = lines.append("sums      " + RunResultText.conservation(status.lake().totals()));
    }
    lines = lines.appendAll(served.line(times));
    lines = lines.appendAll(status.failing().flatMap(this::failing));
    lines = lines.append("").appendAll(projections().lines());
    lines = lines.appendAll(undeclared.map(StatusText::undeclared));
    return status.runs().isEmpty() ? lines : lines.append("").appendAll(runs().lines());
  }

  private String lake() {
    return "lake      %s, reporting zone %s, currency %s"
        .formatted(config.place(), config.reportingZone(), config.rules().currency());
  }

  private List<String> failing(LakeStatus.Failing job) {
    return List.of(
        "failed    "
            + job.job()
            + " at "
            + times.moment(job.at())
            + (job.times() == 1
                ? ""
                : ", "
                    + Numbers.count(job.times())
                    + " times in a row since "
                    + times.moment(job.since()))
            + ": "
            + job.failure().message(),
        "          what to do: " + job.failure().nextStep());
  }

  private static String undeclared(TableId table) {
    return table.path()
        + " is declared no more and stays as it is; under gold.tables it goes on where it stands";
  }

  private String runner() {
    return "runner    "
        + status
            .runner()
            .filter(sign -> status.runnerIsActive())
            .fold(
                () ->
                    "none is active"
                        + status
                            .runner()
                            .map(
                                sign ->
                                    "; the last sign of one is from "
                                        + times.moment(sign.shownAt()))
                            .getOrElse("")
                        + "; start one with `orderlake up` or `orderlake runner`",
                sign ->
                    sign.who()
                        + ", epoch "
                        + sign.epoch()
                        + sign.busyWith().map(run -> ", busy with " + run).getOrElse(", idle"));
  }

  private String bronze() {
    return "bronze    "
        + status
            .bronze()
            .fold(
                () -> "holds nothing yet",
                bronze ->
                    "version " + bronze.table().version() + ", next offsets " + offsets(bronze));
  }

  private static List<String> lost(BronzeState bronze) {
    return bronze.acceptedGaps().toList().map(gap -> "          " + AuditText.lost(gap));
  }

  private static String offsets(BronzeState bronze) {
    return bronze.nextOffsets().isEmpty()
        ? "none"
        : bronze.nextOffsets().map(o -> o._1 + "@" + o._2).mkString(" ");
  }

  private String published() {
    LakeVersion lake = status.lake();
    return "published "
        + (lake.isEmpty()
            ? "nothing yet"
            : "lake version "
                + lake.number()
                + " at "
                + times.moment(lake.publishedAt())
                + " by run "
                + lake.publishedBy());
  }

  private TextTable projections() {
    TextTable table =
        TextTable.of(
            TextTable.left("table"),
            TextTable.right("has read to"),
            TextTable.right("of version"),
            TextTable.right("commits behind"));
    for (LakeStatus.Projection p : status.projections()) {
      table =
          table.row(
              p.table().path(),
              version(p.position()),
              version(p.upstream()),
              Numbers.count(p.behind()));
    }
    return table;
  }

  private static String version(long version) {
    return version < 0 ? "-" : Numbers.count(version);
  }

  private TextTable runs() {
    TextTable table =
        TextTable.of(
            TextTable.left("run"),
            TextTable.left("job"),
            TextTable.left("state"),
            TextTable.right("took"));
    for (RunState run : status.runs()) {
      table =
          table.row(
              run.runId().value(),
              run.asked().map(RunRequest::job).getOrElse("-"),
              StateNames.of(run),
              run.outcome()
                  .map(r -> Numbers.seconds(Duration.between(r.startedAt(), r.finishedAt())))
                  .getOrElse("-"));
    }
    return table;
  }
}
