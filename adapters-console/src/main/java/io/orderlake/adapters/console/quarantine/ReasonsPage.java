package io.orderlake.adapters.console.quarantine;

import io.orderlake.adapters.console.chart.Bars;
import io.orderlake.adapters.console.chart.Share;
import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.quarantine.QuarantineJson;
import io.orderlake.answers.quarantine.QuarantineTrendJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.quarantine.BrowseQuarantine;
import io.orderlake.application.quarantine.QuarantinePage;
import io.orderlake.application.quarantine.QuarantineTrend;
import io.orderlake.application.quarantine.ReasonTrend;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What lies in the quarantine, by reason and over time. As JSON what {@code quarantine --json}
 * prints, and under {@code over_time} what is drawn.
 */
public final class ReasonsPage implements Page {
  private static final String PATH = "/quarantine";

  private final BrowseQuarantine quarantine;
  private final ConsoleView view;

  public ReasonsPage(BrowseQuarantine quarantine, ConsoleView view) {
    this.quarantine = quarantine;
    this.view = view;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "Quarantine";
  }

  @Override
  public boolean isHeavy(PageRequest request) {
    return !quarantine.isRead(request.asOf());
  }

  @Override
  public Answer answer(PageRequest request) {
    return Span.of(request)
        .flatMap(
            span ->
                quarantine
                    .trend(request.asOf(), span.steps())
                    .map(
                        trend ->
                            Answer.of(
                                trend.lake(), () -> html(request, span, trend), () -> json(trend))))
        .getOrElseGet(Answer::wrong);
  }

  private static Map<String, @Nullable Object> json(QuarantineTrend trend) {
    Map<String, @Nullable Object> json =
        new LinkedHashMap<>(
            QuarantineJson.of(
                new QuarantinePage(
                    trend.lake(),
                    trend.records(),
                    trend.reasons().toSortedMap(ReasonTrend::code, ReasonTrend::held),
                    trend.records(),
                    List.empty())));
    json.put("over_time", QuarantineTrendJson.of(trend));
    return json;
  }

  private Html html(PageRequest request, Span span, QuarantineTrend trend) {
    Element total =
        Tags.p(
            Tags.strong(Numbers.count(trend.records(), "record")),
            Html.text(" quarantined; a record counts under each of its reasons"));
    return trend.reasons().isEmpty()
        ? total
        : Html.of(
            total,
            spans(request, span),
            reasons(request, span, trend),
            Tags.p(Tags.link(records(request, trend, Option.none()), "The newest of all")));
  }

  private static Element spans(PageRequest request, Span shown) {
    return Tags.p("Over the last ")
        .add(
            List.of(Span.values())
                .map(
                    span -> {
                      Element link =
                          Tags.link(request.link().with(Span.PARAMETER, span.word()), span.word());
                      return span == shown ? link.with("aria-current", "true") : link;
                    })
                .intersperse(Tags.span(" · ")));
  }

  private Html reasons(PageRequest request, Span span, QuarantineTrend trend) {
    long most = trend.reasons().map(ReasonTrend::held).max().get();
    long peak = trend.reasons().flatMap(ReasonTrend::counts).max().get();
    HtmlTable table =
        HtmlTable.of(
            "Reasons, the most frequent first; those that there were none of before the last day"
                + " are marked as new",
            HtmlTable.left("reason"),
            HtmlTable.right("records"),
            HtmlTable.left("share"),
            HtmlTable.left("over the " + span.word()),
            HtmlTable.right("in it"),
            HtmlTable.right("in its last " + step(span)),
            HtmlTable.right("before it"),
            HtmlTable.left("first"));
    for (ReasonTrend reason : trend.reasons()) {
      table =
          table.row(
              name(request, trend, reason),
              Html.text(Numbers.count(reason.held())),
              new Share(reason.held(), most).html(),
              new Bars(reason.counts(), titles(trend, reason), peak).html(),
              Html.text(Numbers.count(reason.held() - reason.earlier())),
              Html.text(Numbers.count(reason.counts().last())),
              Html.text(Numbers.count(reason.earlier())),
              Html.text(view.times().moment(reason.first())));
    }
    return table.html();
  }

  private static String step(Span span) {
    return Numbers.count(span.steps().hours(), "hour");
  }

  private static Html name(PageRequest request, QuarantineTrend trend, ReasonTrend reason) {
    Html link = Tags.link(records(request, trend, Option.some(reason.code())), reason.code());
    return reason.isNew() ? Html.of(link, Html.text(" "), Tags.strong("new").classed("new")) : link;
  }

  private Seq<String> titles(QuarantineTrend trend, ReasonTrend reason) {
    return trend
        .starts()
        .zipWith(
            reason.counts(),
            (start, count) ->
                "from %s: %s".formatted(view.times().start(start), Numbers.count(count)));
  }

  private static Link records(PageRequest request, QuarantineTrend trend, Option<String> reason) {
    Link link = request.linkTo(HeldRecordsPage.PATH).with(PageRequest.AS_OF, trend.lake().number());
    return reason.map(code -> link.with(HeldRecordsPage.REASON, code)).getOrElse(link);
  }
}
