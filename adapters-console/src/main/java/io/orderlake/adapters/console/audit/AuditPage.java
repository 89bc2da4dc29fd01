package io.orderlake.adapters.console.audit;

import io.orderlake.adapters.console.ask.AskForm;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.audit.AuditJson;
import io.orderlake.answers.run.RunsJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.ShowRuns;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The verdicts of audits that the runner was asked for, and the offsets that were lost. */
public final class AuditPage implements Page {
  private static final int SEARCHED = 1_000;
  private static final int SHOWN = 20;

  private final ShowRuns runs;
  private final BronzeView bronze;
  private final LakeVersions versions;
  private final ConsoleView view;

  public AuditPage(ShowRuns runs, BronzeView bronze, LakeVersions versions, ConsoleView view) {
    this.runs = runs;
    this.bronze = bronze;
    this.versions = versions;
    this.view = view;
  }

  @Override
  public String path() {
    return "/audit";
  }

  @Override
  public String title() {
    return "Audit";
  }

  @Override
  public Answer answer(PageRequest request) {
    return request.asOf().in(versions).fold(Answer::wrong, lake -> answer(request, lake));
  }

  private Answer answer(PageRequest request, LakeVersion lake) {
    ShowRuns.Newest newest = audits(request, lake);
    List<OffsetGap> gaps =
        bronze
            .state()
            .map(BronzeState::acceptedGaps)
            .map(all -> all.toList())
            .getOrElse(List.empty());
    return Answer.of(lake, () -> html(request, newest.runs(), gaps), () -> json(newest, gaps));
  }

  /** Looking back, those that had ended when that version was published. */
  private ShowRuns.Newest audits(PageRequest request, LakeVersion lake) {
    ShowRuns.Newest all = runs.newest(SEARCHED);
    boolean back = request.value(PageRequest.AS_OF).isDefined();
    Seq<RunState> audits =
        all.runs()
            .filter(run -> run.asked().exists(asked -> asked.job().equals(JobName.AUDIT.word())))
            .filter(
                run ->
                    !back
                        || run.outcome()
                            .exists(result -> !result.finishedAt().isAfter(lake.publishedAt())))
            .take(SHOWN);
    return new ShowRuns.Newest(all.at(), all.runner(), all.waiting(), audits);
  }

  private Html html(PageRequest request, Seq<RunState> audits, List<OffsetGap> gaps) {
    return Html.of(
        Tags.p(
            "An audit replays Bronze through the rules in plain Java and compares every row of"
                + " Silver, every quarantined record and every cell of Gold with what that gives."),
        audits
            .find(run -> run.outcome().isDefined())
            .map(this::verdict)
            .getOrElse(() -> Tags.p("No audit that the runner was asked for is recorded.")),
        AskForm.of(request, JobName.AUDIT, "Audit the newest lake version", TreeMap.empty()),
        audits.isEmpty() ? Html.of() : table(audits),
        gaps(gaps));
  }

  private Html verdict(RunState audit) {
    RunResult result = audit.outcome().get();
    return Tags.section(
        "The last verdict",
        result
            .failure()
            .map(AuditPage::wrong)
            .getOrElse(() -> result.outcome().map(AuditPage::passed).getOrElse(Html.of())),
        Tags.p(
            Html.text(
                scope(audit) + ", ended at " + view.times().moment(result.finishedAt()) + ". "),
            Tags.link(Link.to("/runs").with("run", audit.runId().value()), audit.runId().value())));
  }

  /** A verdict names the smallest counter-example; other failures say why there is none. */
  private static Html wrong(RunFailure failure) {
    boolean differs = failure.category() == RunFailure.Category.CORRUPTION;
    return Html.of(
        Tags.p(
            Tags.strong(differs ? "✗ Something differs. " : "– No verdict. ").classed("bad"),
            Html.text(failure.message())),
        Tags.p("What to do: " + failure.nextStep() + "."));
  }

  private static Html passed(RunOutcome outcome) {
    RunReport report = outcome.report();
    return Tags.p(
        Tags.strong("✓ ").classed("good"),
        Html.text(
            "Lake version "
                + outcome.lakeVersion()
                + " is what a replay of Bronze gives: "
                + Numbers.count(report.conservation().read(), "record")
                + " replayed = "
                + Numbers.count(report.conservation().refined())
                + " refined + "
                + Numbers.count(report.conservation().quarantined())
                + " quarantined + "
                + Numbers.count(report.conservation().duplicates(), "duplicate")
                + "."));
  }

  private static String scope(RunState audit) {
    SortedMap<String, String> params =
        audit.asked().map(RunRequest::params).getOrElse(TreeMap.empty());
    return params.isEmpty()
        ? "Of the whole lake"
        : "Of a part: " + params.map(param -> param._1 + " " + param._2).mkString(", ");
  }

  private Html table(Seq<RunState> audits) {
    HtmlTable table =
        HtmlTable.of(
            "Audits, the last one first",
            HtmlTable.left("run"),
            HtmlTable.left("of"),
            HtmlTable.left("verdict"),
            HtmlTable.left("ended"));
    for (RunState audit : audits) {
      Option<RunResult> result = audit.outcome();
      table =
          table.row(
              Tags.link(Link.to("/runs").with("run", audit.runId().value()), audit.runId().value()),
              Html.text(scope(audit)),
              result
                  .map(
                      ended ->
                          ended.succeeded()
                              ? Tags.span("✓ passed").classed("good")
                              : Tags.span("✗ did not pass").classed("bad"))
                  .getOrElse(() -> Tags.span("not over").classed("quiet")),
              Html.text(
                  result.map(ended -> view.times().moment(ended.finishedAt())).getOrElse("")));
    }
    return Tags.section("Audits", table.html());
  }

  private static Html gaps(List<OffsetGap> gaps) {
    HtmlTable table =
        HtmlTable.of(
            "Offsets that Kafka had removed before Bronze read them",
            HtmlTable.left("partition"),
            HtmlTable.right("from"),
            HtmlTable.right("to"),
            HtmlTable.right("offsets"));
    for (OffsetGap gap : gaps) {
      table =
          table.row(
              gap.partition().toString(),
              Long.toString(gap.from()),
              Long.toString(gap.until() - 1),
              Numbers.count(gap.size()));
    }
    return Tags.section(
        "Lost and accepted",
        gaps.isEmpty()
            ? Tags.p("No offsets were lost in Kafka and accepted as such.")
            : table.html());
  }

  private static Map<String, @Nullable Object> json(ShowRuns.Newest audits, List<OffsetGap> gaps) {
    Map<String, @Nullable Object> json = RunsJson.of(audits);
    json.put("accepted_gaps", gaps.map(AuditJson::gap).toJavaList());
    return json;
  }
}
