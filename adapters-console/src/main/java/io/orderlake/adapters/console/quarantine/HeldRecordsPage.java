package io.orderlake.adapters.console.quarantine;

import io.orderlake.adapters.console.explain.ExplainPage;
import io.orderlake.adapters.console.explain.Hidden;
import io.orderlake.adapters.console.html.Fields;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.page.Turning;
import io.orderlake.adapters.console.page.WholeNumber;
import io.orderlake.answers.quarantine.QuarantineJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.answers.text.RawBytes;
import io.orderlake.application.quarantine.BrowseQuarantine;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The newest records that are held, of all or of a reason, page by page. As JSON what {@code
 * quarantine list --json} prints.
 */
public final class HeldRecordsPage implements Page {
  static final String PATH = "/quarantine/records";
  static final String REASON = "reason";

  private static final String SKIP = "skip";
  private static final String LIMIT = "limit";
  private static final int RECORDS = 20;
  private static final int MOST_RECORDS = 200;
  private static final int SHOWN = 160;

  private final BrowseQuarantine quarantine;
  private final ConsoleView view;

  public HeldRecordsPage(BrowseQuarantine quarantine, ConsoleView view) {
    this.quarantine = quarantine;
    this.view = view;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "Quarantined records";
  }

  @Override
  public boolean isListed() {
    return false;
  }

  @Override
  public boolean isHeavy(PageRequest request) {
    return !quarantine.isRead(request.asOf());
  }

  @Override
  public Answer answer(PageRequest request) {
    return reason(request)
        .flatMap(
            reason ->
                WholeNumber.of(request, SKIP, 0, BrowseQuarantine.REACH)
                    .flatMap(
                        skip ->
                            WholeNumber.of(request, LIMIT, RECORDS, MOST_RECORDS)
                                .flatMap(limit -> page(request, reason, skip, limit))))
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

  private Either<String, Answer> page(
      PageRequest request, Option<String> reason, int skip, int limit) {
    int within = Math.min(limit, BrowseQuarantine.REACH - skip);
    return quarantine
        .page(new BrowseQuarantine.Query(reason, skip, within, request.asOf()))
        .map(
            page ->
                Answer.of(
                    page.lake(), () -> html(request, reason, skip, limit, page), () -> json(page)));
  }

  private Map<String, @Nullable Object> json(QuarantinePage page) {
    Map<String, ? extends @Nullable Object> json = QuarantineJson.of(page);
    return view.showsValues() ? new LinkedHashMap<>(json) : Hidden.values(json, "newest");
  }

  private Html html(
      PageRequest request, Option<String> reason, int skip, int limit, QuarantinePage page) {
    HtmlTable table =
        HtmlTable.of(
            reason.map(code -> "Held for " + code).getOrElse("All that are held")
                + ", the newest first",
            HtmlTable.left("record"),
            HtmlTable.left("Kafka's timestamp"),
            HtmlTable.left("reasons"),
            HtmlTable.left("value"));
    for (QuarantinedRecord record : page.newest()) {
      table =
          table.row(
              Tags.link(to(page, record), record.order().position().toString()),
              Html.text(view.times().moment(record.record().timestamp())),
              reasons(record),
              value(record));
    }
    return Html.of(
        choice(request, reason, page),
        Tags.p(
            Tags.strong(Numbers.count(page.matching(), "record")),
            Html.text(reason.isDefined() ? " held for it" : " held")),
        table.html(),
        new Turning(
                request.link().with(PageRequest.AS_OF, page.lake().number()),
                SKIP,
                skip,
                limit,
                (int) Math.min(page.matching(), BrowseQuarantine.REACH))
            .html());
  }

  private static Html choice(PageRequest request, Option<String> reason, QuarantinePage page) {
    return Fields.search(PATH, "Reason")
        .add(request.value(PageRequest.AS_OF).map(text -> Tags.hidden(PageRequest.AS_OF, text)))
        .add(
            Fields.choice(
                "reason",
                REASON,
                reason.getOrElse(""),
                page.byReason()
                    .toVector()
                    .map(
                        count ->
                            Tuple.of(count._1, count._1 + " (" + Numbers.count(count._2) + ")"))
                    .prepend(Tuple.of("", "all"))),
            Tags.submit("Show"));
  }

  private static Link to(QuarantinePage page, QuarantinedRecord record) {
    return Link.to(ExplainPage.PATH)
        .with(ExplainPage.RECORD, record.order().position().toString())
        .with(PageRequest.AS_OF, page.lake().number());
  }

  private Html reasons(QuarantinedRecord record) {
    return Tags.list(
        List.ofAll(record.reasons())
            .map(
                reason ->
                    Html.of(
                        Tags.code(reason.code()),
                        Html.text(view.showsValues() ? ": " + reason.sentence() : ""))));
  }

  private Html value(QuarantinedRecord record) {
    byte[] value = record.record().content().value();
    return value == null
        ? Html.text("none")
        : view.showsValues()
            ? Tags.code(RawBytes.shown(value, SHOWN))
            : Html.text(Numbers.count(value.length, "byte"));
  }
}
