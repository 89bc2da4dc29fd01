package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Fields;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.HtmlTable;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.page.WholeNumber;
import io.orderlake.answers.gold.GoldChangesJson;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.gold.CellChange;
import io.orderlake.application.gold.CompareGold;
import io.orderlake.application.gold.GoldChanges;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.text.TimeText;
import io.vavr.Tuple;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Locale;

/** What changed in a Gold table between two lake versions, cell by cell. */
public final class GoldChangesPage implements Page {
  static final String PATH = "/gold/changes";

  private static final String BEFORE = "before";
  private static final int CELLS = 100;
  private static final int MOST_CELLS = 1_000;

  private final GoldTools tools;

  public GoldChangesPage(GoldTools tools) {
    this.tools = tools;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "What changed in Gold";
  }

  @Override
  public boolean isListed() {
    return false;
  }

  @Override
  public Answer answer(PageRequest request) {
    return request
        .asOf()
        .in(tools.versions())
        .flatMap(
            after ->
                GoldQuestion.of(request)
                    .flatMap(asked -> changes(request, asked, after))
                    .map(
                        changes ->
                            Answer.of(
                                after,
                                () -> html(request, changes),
                                () -> GoldChangesJson.of(changes))))
        .getOrElseGet(Answer::wrong);
  }

  private Either<String, GoldChanges> changes(
      PageRequest request, GoldQuestion asked, LakeVersion after) {
    Seq<GoldProjection> tables = tools.at().apply(after.number()).tables();
    return asked
        .tables(tables, request.value(GoldQuestion.TABLE))
        .flatMap(
            chosen ->
                before(request, after)
                    .flatMap(
                        before ->
                            WholeNumber.of(request, GoldQuestion.LIMIT, CELLS, MOST_CELLS)
                                .map(
                                    limit ->
                                        new CompareGold.Query(
                                            chosen.head().table(),
                                            asked.texts(),
                                            before,
                                            new AsOf.Version(after.number()),
                                            limit))))
        .flatMap(tools.compare()::compare);
  }

  /** The version before it, unless another is named. */
  private Either<String, AsOf> before(PageRequest request, LakeVersion after) {
    return request
        .value(BEFORE)
        .map(text -> AsOf.parse(text, tools.at().apply(after.number()).tables().head().zone()))
        .getOrElse(
            () ->
                Either.right(
                    new AsOf.Version(
                        Math.max(
                            Math.min(tools.versions().oldestKept(), after.number()),
                            after.number() - 1))));
  }

  private Html html(PageRequest request, GoldChanges changes) {
    return Html.of(
        form(request, changes),
        Tags.p(
            Tags.strong(
                "%s came, %s changed, %s went"
                    .formatted(
                        Numbers.count(changes.count(CellChange.Kind.CAME), "cell"),
                        Numbers.count(changes.count(CellChange.Kind.CHANGED)),
                        Numbers.count(changes.count(CellChange.Kind.GONE))))),
        HtmlTable.of("All cells", HtmlTable.left("lake version"), HtmlTable.left("come to"))
            .row(Numbers.count(changes.before().number()), FiguresText.line(changes.totalBefore()))
            .row(Numbers.count(changes.after().number()), FiguresText.line(changes.totalAfter()))
            .html(),
        cells(changes));
  }

  private Element form(PageRequest request, GoldChanges changes) {
    long oldest = tools.versions().oldestKept();
    long newest = tools.versions().latest().number();
    return Fields.search(PATH, "Versions")
        .add(
            Fields.choice(
                "table",
                GoldQuestion.TABLE,
                changes.projection().table(),
                tools
                    .at()
                    .apply(changes.after().number())
                    .tables()
                    .map(table -> Tuple.of(table.table(), table.table()))),
            Fields.number("from version", BEFORE, changes.before().number(), oldest, newest),
            Fields.number(
                "to version", PageRequest.AS_OF, changes.after().number(), oldest, newest))
        .add(
            List.ofAll(changes.projection().textColumns())
                .map(column -> Fields.text(column, column, request.value(column), "")))
        .add(Tags.submit("Compare"));
  }

  private static Html cells(GoldChanges changes) {
    if (changes.changes().isEmpty()) {
      return Tags.p("No cell differs.");
    }
    GoldProjection table = changes.projection();
    List<Measure> measures = List.ofAll(table.measures().all());
    TimeText times = new TimeText(table.zone());
    HtmlTable shown =
        new HtmlTable(
            "%s of %s that differ, the greatest difference of revenue first"
                .formatted(
                    Numbers.count(changes.changes().size()), Numbers.count(changes.all(), "cell")),
            List.of("change")
                .appendAll(table.textColumns())
                .append(table.time().name())
                .map(HtmlTable::left)
                .appendAll(
                    measures
                        .map(Measure::column)
                        .flatMap(name -> List.of(name + " before", name + " after"))
                        .map(HtmlTable::right)),
            changes.changes().map(change -> row(changes, times, measures, change)).toList());
    return shown.html();
  }

  private static List<Html> row(
      GoldChanges changes, TimeText times, List<Measure> measures, CellChange change) {
    LakeVersion there = change.kind() == CellChange.Kind.GONE ? changes.before() : changes.after();
    return List.of(change.kind().name().toLowerCase(Locale.ROOT))
        .appendAll(change.key().texts())
        .map(Html::text)
        .append(
            Tags.link(
                CellLinks.explanation(changes.projection(), change.key(), there),
                times.start(change.key().time())))
        .appendAll(
            measures.flatMap(
                measure ->
                    List.of(shown(measure, change.before()), shown(measure, change.after()))));
  }

  private static Html shown(Measure measure, Option<Figures> figures) {
    return Html.text(figures.map(of -> FiguresText.of(measure, of)).getOrElse(""));
  }
}
