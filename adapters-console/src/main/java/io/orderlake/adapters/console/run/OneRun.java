package io.orderlake.adapters.console.run;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.run.RunsJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.ShowRuns;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.text.TimeText;
import io.orderlake.protocol.run.StateNames;
import io.vavr.Tuple2;
import io.vavr.collection.SortedMap;

/**
 * One run: what was asked, what happened, what came of it.
 *
 * @param times as people read them
 */
record OneRun(TimeText times) {
  Html html(ShowRuns.Told told) {
    return Html.of(
        Element.of("h2", told.state().runId().value()),
        Tags.p(told.state().asked().map(this::asked).getOrElse("What was asked is not recorded.")),
        Tags.p(Html.text("It "), Tags.strong(state(told)), Html.text(".")),
        told.state()
            .outcome()
            .map(
                result ->
                    Html.of(
                        result.failure().map(OneRun::failed).getOrElse(Html.of()),
                        result.outcome().map(OneRun::outcome).getOrElse(Html.of())))
            .getOrElse(Html.of()),
        events(told));
  }

  private static String state(ShowRuns.Told told) {
    String word = StateNames.of(told.state());
    return switch (word) {
      case "requested" -> "waits";
      case "claimed" -> "was taken by a runner";
      case "running" -> "is under way";
      case "rejected" -> "was refused";
      default -> word;
    };
  }

  private String asked(RunRequest request) {
    return "The job "
        + request.job()
        + ", asked for by "
        + request.requestedBy()
        + " at "
        + times.moment(request.requestedAt())
        + (request.params().isEmpty()
            ? ""
            : " with " + request.params().map(param -> param._1 + "=" + param._2).mkString(", "))
        + ".";
  }

  private static Html failed(RunFailure failure) {
    return Tags.section(
        "Why",
        Tags.p(Html.text(failure.message())).classed("bad"),
        Tags.p("What to do: " + failure.nextStep() + "."));
  }

  private static Html outcome(RunOutcome outcome) {
    return Html.of(
        Tags.p(
            Html.text("Readers see since then "),
            Tags.link(
                Link.to("/versions").with(PageRequest.AS_OF, outcome.lakeVersion()),
                "lake version " + outcome.lakeVersion()),
            Html.text(".")),
        Tags.section("What it did", report(outcome.report())),
        outcome.lineage().map(OneRun::lineage).getOrElse(Html.of()));
  }

  private static Html report(RunReport report) {
    if (report.isNothing()) {
      return Tags.p("There was nothing to do.");
    }
    HtmlTable table =
        HtmlTable.of("Counts of this run", HtmlTable.left("what"), HtmlTable.right("how many"));
    Conservation sums = report.conservation();
    table = row(table, "records read", sums.read());
    table = row(table, "lines beside the first of each record", sums.furtherLines());
    table = row(table, "refined", sums.refined());
    table = row(table, "quarantined", sums.quarantined());
    table = row(table, "duplicates", sums.duplicates());
    table = rows(table, "quarantined for ", report.quarantinedByReason());
    table = rows(table, "warned of ", report.warnings());
    table = row(table, "events folded into Gold", report.eventsFolded());
    table = rows(table, "cells changed in ", report.cellsChanged());
    table = rows(table, "", report.upkeep());
    return rows(table, "judged under rules ", report.judgedByRuleSet()).html();
  }

  private static HtmlTable row(HtmlTable table, String what, long count) {
    return count == 0 ? table : table.row(what, Numbers.count(count));
  }

  private static HtmlTable rows(HtmlTable table, String before, SortedMap<String, Long> counts) {
    HtmlTable all = table;
    for (Tuple2<String, Long> count : counts) {
      all = row(all, before + count._1.replace('_', ' '), count._2);
    }
    return all;
  }

  private static Html lineage(RunLineage lineage) {
    HtmlTable table =
        HtmlTable.of(
            "Commits, the first excluded and the last included",
            HtmlTable.left("table"),
            HtmlTable.left(""),
            HtmlTable.right("after version"),
            HtmlTable.right("up to version"));
    for (Tuple2<TableId, Versions> read : lineage.inputs()) {
      table = table.row(read._1.path(), "read", text(read._2.after()), text(read._2.upTo()));
    }
    for (Tuple2<TableId, Versions> wrote : lineage.outputs()) {
      table = table.row(wrote._1.path(), "wrote", text(wrote._2.after()), text(wrote._2.upTo()));
    }
    return Tags.section("What it read and wrote", table.html());
  }

  private static String text(long version) {
    return version < 0 ? "none" : Long.toString(version);
  }

  private Html events(ShowRuns.Told told) {
    if (told.events().isEmpty()) {
      return Tags.p("What happened to it is too long ago for the journal; its result is kept.");
    }
    HtmlTable table =
        HtmlTable.of(
            "What happened",
            HtmlTable.left("when"),
            HtmlTable.left("what"),
            HtmlTable.right("epoch of the runner"));
    for (RunEvent event : told.events()) {
      table =
          table.row(times.moment(event.at()), RunsJson.word(event), Long.toString(event.epoch()));
    }
    return Tags.section("Since it was asked for", table.html());
  }
}
