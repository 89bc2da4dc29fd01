package io.orderlake.adapters.console.run;

import io.orderlake.adapters.console.ask.AskForm;
import io.orderlake.adapters.console.chart.Timeline;
import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.run.RunsJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.ShowRuns;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RequestQueue;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.orderlake.protocol.run.StateNames;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** The newest runs by job and state, what waits, and one run. */
public final class RunsPage implements Page {
  private static final int SHOWN = 60;

  private final ShowRuns runs;
  private final LakeVersions versions;
  private final ConsoleView view;
  private final OneRun one;

  public RunsPage(ShowRuns runs, LakeVersions versions, ConsoleView view) {
    this.runs = runs;
    this.versions = versions;
    this.view = view;
    this.one = new OneRun(view.times());
  }

  @Override
  public String path() {
    return "/runs";
  }

  @Override
  public String title() {
    return "Runs";
  }

  @Override
  public Answer answer(PageRequest request) {
    Either<String, LakeVersion> lake = request.asOf().in(versions);
    if (lake.isLeft()) {
      return Answer.wrong(lake.getLeft());
    }
    return request
        .value("run")
        .map(id -> one(id, lake.get()))
        .getOrElse(() -> all(request, lake.get()));
  }

  private Answer one(String text, LakeVersion lake) {
    return RunId.parse(text)
        .fold(
            Answer::wrong,
            id ->
                runs.run(id)
                    .map(told -> Answer.of(lake, () -> one.html(told), () -> RunsJson.of(told)))
                    .getOrElse(() -> waiting(id, lake)));
  }

  /** What was asked for a moment ago, no runner has seen. */
  private static Answer waiting(RunId id, LakeVersion lake) {
    return Answer.of(
        lake,
        () ->
            Html.of(
                Element.of("h2", id.value()),
                Tags.p(
                    "No runner has recorded such a run. If it was just asked for, it waits; load"
                        + " the page again.")),
        () -> RunsJson.unknown(id));
  }

  private Answer all(PageRequest request, LakeVersion lake) {
    ShowRuns.Newest newest = upTo(lake, request, runs.newest(SHOWN));
    return Answer.of(lake, () -> html(request, newest), () -> RunsJson.of(newest));
  }

  /** Looking back, runs that had begun when that version was published. */
  private static ShowRuns.Newest upTo(
      LakeVersion lake, PageRequest request, ShowRuns.Newest newest) {
    return request.value(PageRequest.AS_OF).isEmpty()
        ? newest
        : new ShowRuns.Newest(
            newest.at(),
            newest.runner(),
            newest.waiting(),
            newest.runs().filter(run -> !begun(run).exists(at -> at.isAfter(lake.publishedAt()))));
  }

  private static Option<Instant> begun(RunState run) {
    if (run instanceof RunState.Running running) {
      return Option.some(running.startedAt());
    }
    return run.outcome()
        .map(RunResult::startedAt)
        .orElse(() -> run.asked().map(RunRequest::requestedAt));
  }

  private Html html(PageRequest request, ShowRuns.Newest newest) {
    return Html.of(
        waiting(newest.waiting(), newest),
        newest.runs().isEmpty()
            ? Tags.p("No run was recorded yet.")
            : Html.of(timeline(newest), table(newest.runs())),
        asking(request));
  }

  private Html waiting(RequestQueue.Waiting waiting, ShowRuns.Newest newest) {
    String sentence =
        waiting.pending() + waiting.claimed() == 0
            ? "Nothing waits."
            : Numbers.count(waiting.pending(), "request")
                + " waiting, "
                + Numbers.count(waiting.claimed())
                + " under way"
                + waiting
                    .oldest()
                    .map(at -> ", the oldest asked for at " + view.times().moment(at))
                    .getOrElse("")
                + ".";
    boolean active = newest.runner().exists(sign -> sign.isFresh(newest.at()));
    return Tags.section(
        "Waiting",
        Tags.p(sentence),
        active ? Html.of() : Tags.p("No runner is active: start one with `orderlake runner`."));
  }

  private Html timeline(ShowRuns.Newest newest) {
    List<Timeline.Bar> bars = newest.runs().flatMap(run -> bar(run, newest.at())).toList();
    Instant from = bars.map(Timeline.Bar::from).min().getOrElse(newest.at());
    Instant until = bars.map(Timeline.Bar::until).max().getOrElse(newest.at());
    return Tags.section(
        "When",
        Element.of(
            "figure",
            Timeline.of(
                "When the newest runs were, by job",
                from,
                until,
                bars.map(Timeline.Bar::row).distinct().sorted(),
                bars),
            Element.of(
                "figcaption",
                "From "
                    + view.times().moment(from)
                    + " to "
                    + view.times().moment(until)
                    + "; green succeeded, red failed, grey was refused or is not over.")));
  }

  private static Option<Timeline.Bar> bar(RunState run, Instant now) {
    return begun(run)
        .map(
            from -> {
              Instant until = run.outcome().map(RunResult::finishedAt).getOrElse(now);
              String state = StateNames.of(run);
              return new Timeline.Bar(
                  job(run),
                  from,
                  until.isBefore(from) ? from : until,
                  style(run),
                  job(run) + " " + state + " in " + Numbers.seconds(Duration.between(from, until)),
                  link(run));
            });
  }

  private static String job(RunState run) {
    return run.asked()
        .map(RunRequest::job)
        .orElse(() -> run.outcome().map(RunResult::job).filter(job -> !job.isEmpty()))
        .getOrElse("?");
  }

  private static Link link(RunState run) {
    return Link.to("/runs").with("run", run.runId().value());
  }

  private static String style(RunState run) {
    return run.outcome()
        .map(
            result ->
                result.ending().fold(succeeded -> "good", failed -> "bad", rejected -> "quiet"))
        .getOrElse("quiet");
  }

  private Html table(Seq<RunState> all) {
    HtmlTable table =
        HtmlTable.of(
            "The newest runs, the last one first",
            HtmlTable.left("run"),
            HtmlTable.left("job"),
            HtmlTable.left("state"),
            HtmlTable.left("asked for by"),
            HtmlTable.left("begun"),
            HtmlTable.right("took"),
            HtmlTable.right("lake version"));
    for (RunState run : all) {
      table =
          table.row(
              Tags.link(link(run), run.runId().value()),
              Html.text(job(run)),
              Tags.span(StateNames.of(run)).classed(style(run)),
              Html.text(run.asked().map(RunRequest::requestedBy).getOrElse("")),
              Html.text(begun(run).map(view.times()::moment).getOrElse("")),
              Html.text(
                  run.outcome()
                      .map(result -> Duration.between(result.startedAt(), result.finishedAt()))
                      .map(Numbers::seconds)
                      .getOrElse("")),
              Html.text(
                  run.outcome()
                      .flatMap(RunResult::outcome)
                      .map(outcome -> Long.toString(outcome.lakeVersion()))
                      .getOrElse("")));
    }
    return Tags.section("Which", table.html());
  }

  private static Html asking(PageRequest request) {
    return Tags.section(
        "Ask for",
        AskForm.of(request, JobName.COMPACT, "Join small files", TreeMap.empty()),
        AskForm.of(request, JobName.VACUUM, "Remove old files", TreeMap.empty()),
        AskForm.confirmed(
            request,
            JobName.REBUILD,
            "Fold Gold anew from Silver",
            "every Gold table is made anew; readers see it when it is done",
            TreeMap.of("projection", "gold")));
  }
}
