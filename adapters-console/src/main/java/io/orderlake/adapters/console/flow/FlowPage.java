package io.orderlake.adapters.console.flow;

import io.orderlake.adapters.console.chart.Line;
import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.ConsoleView;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.reading.Readings;
import io.orderlake.adapters.console.reading.Shown;
import io.orderlake.answers.run.StatusJson;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.run.LakeStatus;
import io.orderlake.application.run.ShowStatus;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where everything stands, from Kafka to Gold. */
public final class FlowPage implements Page {
  private static final int RUNS = 10;

  private final ShowStatus status;
  private final LakeVersions versions;
  private final FlowWatch watch;
  private final ConsoleView view;

  public FlowPage(ShowStatus status, LakeVersions versions, FlowWatch watch, ConsoleView view) {
    this.status = status;
    this.versions = versions;
    this.watch = watch;
    this.view = view;
  }

  @Override
  public String path() {
    return "/";
  }

  @Override
  public String title() {
    return "Flow";
  }

  @Override
  public Answer answer(PageRequest request) {
    return request.asOf().in(versions).fold(Answer::wrong, this::answer);
  }

  private Answer answer(LakeVersion lake) {
    LakeStatus now = status.now(RUNS);
    return Answer.of(lake, () -> html(lake, now), () -> json(lake, now));
  }

  private Html html(LakeVersion lake, LakeStatus now) {
    Readings readings = watch.readings();
    return Html.of(
        fresh(readings), stages(readings), complete(lake), runner(now), verdict(readings));
  }

  private Html fresh(Readings readings) {
    Freshness state = Freshness.of(readings);
    Vector<Tuple2<Double, Double>> hour = watch.freshness();
    String most = Shown.seconds(hour.map(Tuple2::_2).max().toOption());
    Element chart =
        Element.of(
                "figure",
                Line.of("How fresh Gold was during the last hour, at most " + most, hour, most),
                Element.of(
                    "figcaption",
                    hour.isEmpty()
                        ? "The last hour is drawn as this console sees it."
                        : "The last hour, as far as this console saw it: at most " + most + "."))
            .with("data-freshness", points(hour))
            .with("data-zone", view.zone().getId());
    return Tags.section(
        "Fresh?",
        Tags.p(
                Tags.span(Shown.seconds(Freshness.seconds(readings)))
                    .classed("figure " + state.style())
                    .with("data-live", "freshness"),
                Html.text(" "),
                Tags.span(state.word()).with("data-live", "fresh"))
            .classed("fresh"),
        Tags.p(
                "The age of the oldest order that Kafka has acknowledged and published Gold does not"
                    + " count; 0 when there is none.")
            .classed("quiet"),
        chart);
  }

  /** Seconds since the epoch and values, as the script reads them. */
  private static String points(Vector<Tuple2<Double, Double>> points) {
    return "[" + points.map(point -> "[" + point._1 + "," + point._2 + "]").mkString(",") + "]";
  }

  private Html stages(Readings readings) {
    List<Html> cards = List.of(Stage.values()).map(stage -> card(stage, readings));
    return Tags.section(
        "From Kafka to Gold",
        Element.of("ol").classed("stages").add(cards.map(card -> Element.of("li", card))));
  }

  private Html card(Stage stage, Readings readings) {
    Html head =
        Html.of(
            Element.of("h3", stage.title()),
            Tags.p(
                Tags.strong(Shown.count(stage.count(readings)))
                    .with("data-live", stage.word() + "-count"),
                Html.text(" " + stage.unit())),
            Tags.p(
                Tags.span(Shown.rate(watch.rate(stage))).with("data-live", stage.word() + "-rate"),
                Html.text(" taken in")));
    return stage.lags()
        ? Html.of(
            head, Tags.p(Tags.span(stage.lag(readings)).with("data-live", stage.word() + "-lag")))
        : head;
  }

  private static Html complete(LakeVersion lake) {
    Conservation sums = lake.totals();
    String sentence =
        Numbers.count(sums.read(), "record")
            + " read"
            + (sums.furtherLines() == 0 ? "" : ", " + Numbers.count(sums.lines(), "line"))
            + " = "
            + Numbers.count(sums.refined())
            + " refined + "
            + Numbers.count(sums.quarantined())
            + " quarantined + "
            + Numbers.count(sums.duplicates(), "duplicate");
    long gap = sums.lines() - sums.refined() - sums.quarantined() - sums.duplicates();
    return Tags.section(
        "Complete?",
        sums.holds()
            ? Tags.p(Tags.strong("✓ ").classed("good"), Html.text(sentence))
            : Tags.p(
                Tags.strong("✗ ").classed("bad"),
                Html.text(sentence + "; " + Numbers.count(gap) + " not accounted for")));
  }

  private Html runner(LakeStatus now) {
    Html who =
        Tags.p(
            now.runner()
                .filter(sign -> now.runnerIsActive())
                .map(
                    sign ->
                        sign.who()
                            + ", epoch "
                            + sign.epoch()
                            + sign.busyWith().map(run -> ", busy with " + run).getOrElse(", idle"))
                .getOrElse("No runner is active: nothing that is asked for is done."));
    return Tags.section(
        "Runner",
        who,
        now.failing().isEmpty()
            ? Tags.p("Every job succeeded when it last ran.")
            : Tags.list(now.failing().map(this::failing)));
  }

  private Html failing(LakeStatus.Failing job) {
    return Html.of(
        Tags.strong(job.job() + " fails").classed("bad"),
        Html.text(" since " + view.times().moment(job.since()) + ": "),
        Tags.link(Link.to("/runs").with("run", job.lastRun().value()), job.failure().message()),
        Html.text(". What to do: " + job.failure().nextStep() + "."));
  }

  private Html verdict(Readings readings) {
    Option<Instant> when = readings.time("orderlake_audit_timestamp_seconds");
    boolean passed = readings.value("orderlake_audit_passed").contains(1.0);
    Html said =
        when.isEmpty()
            ? Html.text("No audit of the whole lake was asked for yet. ")
            : Html.of(
                passed
                    ? Tags.strong("✓ passed").classed("good")
                    : Tags.strong("✗ did not pass").classed("bad"),
                Html.text(
                    ", "
                        + view.times().moment(when.get())
                        + "; the last version found intact is "
                        + Shown.count(readings.value("orderlake_audit_passed_lake_version"))
                        + ". "));
    return Tags.section("Last audit", Tags.p(said, Tags.link(Link.to("/audit"), "More on audits")));
  }

  private Map<String, @Nullable Object> json(LakeVersion lake, LakeStatus now) {
    Readings readings = watch.readings();
    Map<String, @Nullable Object> json =
        StatusJson.of(now, List.empty(), view.zone(), view.currency());
    json.put("lake", StatusJson.lake(lake));
    json.put("gold_freshness_seconds", Freshness.seconds(readings).getOrNull());
    json.put("fresh", Freshness.of(readings).word());
    json.put(
        "stages",
        List.of(Stage.values()).map(stage -> stage.json(readings, watch.rate(stage))).toJavaList());
    json.put("audit", audit(readings));
    json.put(
        "freshness_of_the_last_hour",
        watch.freshness().map(point -> List.of(point._1, point._2).toJavaList()).toJavaList());
    return json;
  }

  private static Map<String, @Nullable Object> audit(Readings readings) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put(
        "at", readings.time("orderlake_audit_timestamp_seconds").map(Object::toString).getOrNull());
    json.put("passed", readings.value("orderlake_audit_passed").contains(1.0));
    json.put(
        "passed_lake_version",
        readings.value("orderlake_audit_passed_lake_version").map(Math::round).getOrNull());
    return json;
  }
}
