package io.orderlake.adapters.console.redrive;

import io.orderlake.adapters.console.ask.AskForm;
import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Fields;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.correct.RedriveJson;
import io.orderlake.answers.correct.RedriveSentences;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.correct.PreviewRedrive;
import io.orderlake.application.correct.RedrivePreview;
import io.orderlake.application.correct.RedriveQuarantine;
import io.orderlake.application.correct.RowLoss;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.run.JobName;
import io.vavr.Tuple;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * The dry run of a re-drive, of all that is held or of one reason, and a button that asks for it.
 * As JSON what {@code quarantine redrive --dry-run --json} prints.
 */
public final class RedrivePage implements Page {
  private static final String PATH = "/redrive";
  private static final String REASON = RedriveQuarantine.REASON;
  private static final String ASK = "Ask the runner for the re-drive";

  private final PreviewRedrive redrive;

  public RedrivePage(PreviewRedrive redrive) {
    this.redrive = redrive;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "Re-drive";
  }

  @Override
  public boolean isHeavy(PageRequest request) {
    return true;
  }

  @Override
  public Answer answer(PageRequest request) {
    return reason(request)
        .flatMap(
            reason ->
                redrive
                    .preview(reason, request.asOf())
                    .map(
                        preview ->
                            Answer.of(
                                preview.lake(),
                                () -> html(request, reason, preview),
                                () -> RedriveJson.of(preview))))
        .getOrElseGet(Answer::wrong);
  }

  private static Either<String, Option<String>> reason(PageRequest request) {
    Option<String> reason = request.value(REASON);
    return reason.forAll(OrderRules.codes()::contains)
        ? Either.right(reason)
        : Either.left(
            "there is no reason '%s'; the codes are %s"
                .formatted(reason.get(), OrderRules.codes().mkString(", ")));
  }

  private static Html html(PageRequest request, Option<String> reason, RedrivePreview preview) {
    return Html.of(
        choice(request, reason),
        Tags.section("What it would do", said(preview)),
        new EffectView(preview.in(), preview.out()).html(),
        staying(preview),
        asking(request, reason, preview));
  }

  private static Element choice(PageRequest request, Option<String> reason) {
    return Fields.search(PATH, "Reason")
        .add(request.value(PageRequest.AS_OF).map(text -> Tags.hidden(PageRequest.AS_OF, text)))
        .add(
            Fields.choice(
                "what is held for",
                REASON,
                reason.getOrElse(""),
                OrderRules.codes()
                    .toVector()
                    .sorted()
                    .map(code -> Tuple.of(code, code))
                    .prepend(Tuple.of("", "any reason"))),
            Tags.submit("Say what it would do"));
  }

  private static Html said(RedrivePreview preview) {
    return Html.of(RedriveSentences.of(preview).map(Tags::p));
  }

  private static Html staying(RedrivePreview preview) {
    HtmlTable table =
        HtmlTable.of(
            "What would stay, by the reason that it is held for",
            HtmlTable.left("reason"),
            HtmlTable.right("records"));
    return preview
        .staying()
        .foldLeft(table, (rows, count) -> rows.row(count._1, Numbers.count(count._2)))
        .html();
  }

  /** The form that asks, for who may; else how somebody asks on the command line. */
  private static Html asking(PageRequest request, Option<String> reason, RedrivePreview preview) {
    if (request.value(PageRequest.AS_OF).isDefined()) {
      return Tags.section(
          "Ask for it",
          Tags.p(
              Html.text("A re-drive is of the lake as it is now: "),
              Tags.link(request.link().without(PageRequest.AS_OF), "say what it would do now")));
    }
    String command =
        "./orderlake quarantine redrive" + reason.map(code -> " --reason " + code).getOrElse("");
    if (!request.mayAsk()) {
      return Tags.section(
          "Ask for it", Tags.p(Html.text("On the command line: "), Tags.code(command)));
    }
    SortedMap<String, String> params =
        reason.map(code -> TreeMap.of(REASON, code)).getOrElse(TreeMap::empty);
    return Tags.section(
        "Ask for it",
        preview.losesRows()
            ? AskForm.confirmed(
                request, JobName.REDRIVE, ASK, loss(preview), params.put(RowLoss.PARAMETER, "true"))
            : AskForm.of(request, JobName.REDRIVE, ASK, params));
  }

  /** Nobody has rows go out who has not said so. */
  private static String loss(RedrivePreview preview) {
    return "%s with revenue %s may go out of Silver and Gold"
        .formatted(Numbers.count(preview.out().rows(), "row"), preview.out().totals().revenue());
  }
}
