package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.page.WholeNumber;
import io.orderlake.answers.gold.GoldJson;
import io.orderlake.answers.text.FiguresText;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import java.util.function.Supplier;

/**
 * The Gold tables: without a name all of them over their newest hours and days, with one its cells,
 * filtered, sorted and page by page. As JSON what {@code gold --json} prints.
 */
public final class GoldFiguresPage implements Page {
  static final String PATH = "/gold";

  private static final int ROWS_OF_ALL = 8;
  private static final int TIMES_OF_ALL = 36;

  private final GoldTools tools;

  public GoldFiguresPage(GoldTools tools) {
    this.tools = tools;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "Gold";
  }

  @Override
  public Answer answer(PageRequest request) {
    return request
        .asOf()
        .in(tools.versions())
        .flatMap(lake -> GoldQuestion.of(request).flatMap(asked -> answer(request, lake, asked)))
        .getOrElseGet(Answer::wrong);
  }

  private Either<String, Answer> answer(PageRequest request, LakeVersion lake, GoldQuestion asked) {
    ShowGold gold = tools.at().apply(lake.number());
    return asked
        .tables(gold.tables(), request.value(GoldQuestion.TABLE))
        .flatMap(tables -> answer(request, lake, asked, tables));
  }

  private Either<String, Answer> answer(
      PageRequest request, LakeVersion lake, GoldQuestion asked, Seq<GoldProjection> tables) {
    ShowGold gold = tools.at().apply(lake.number());
    return Either.sequenceRight(tables.map(table -> gold.show(asked.query(table, lake))))
        .flatMap(
            pages ->
                body(request, lake, pages)
                    .map(
                        body ->
                            Answer.of(
                                lake,
                                () -> slid(request, lake, body.get()),
                                () -> GoldJson.of(lake, pages.map(asked::limited)))));
  }

  /** Made when it is asked for; what is wrong with the question is known before. */
  private static Either<String, Supplier<Html>> body(
      PageRequest request, LakeVersion lake, Seq<GoldPage> pages) {
    return request.value(GoldQuestion.TABLE).isDefined()
        ? one(request, lake, pages.head()).map(table -> table::html)
        : Either.right(() -> Html.of(pages.map(page -> overview(lake, page))));
  }

  private Html slid(PageRequest request, LakeVersion lake, Html html) {
    VersionSlider slider =
        new VersionSlider(
            request, lake, tools.versions().oldestKept(), tools.versions().latest().number());
    Link changes =
        request
            .value(GoldQuestion.TABLE)
            .map(table -> Link.to(GoldChangesPage.PATH).with(GoldQuestion.TABLE, table))
            .getOrElse(Link.to(GoldChangesPage.PATH))
            .with(PageRequest.AS_OF, lake.number());
    return Html.of(
        slider.html(), Tags.p(Tags.link(changes, "What changed between two versions")), html);
  }

  private static Html overview(LakeVersion lake, GoldPage page) {
    GoldProjection table = page.projection();
    Link more =
        Link.to(PATH)
            .with(GoldQuestion.TABLE, table.table())
            .with(PageRequest.AS_OF, lake.number());
    return Tags.section(
        table.table(),
        Tags.p(FiguresText.line(page.totals())),
        GridChoice.first(table).view(page, ROWS_OF_ALL, TIMES_OF_ALL).html(),
        Tags.p(Tags.link(more, "All of " + table.table())));
  }

  private static Either<String, OneTable> one(
      PageRequest request, LakeVersion lake, GoldPage page) {
    return GridChoice.of(request, page.projection())
        .flatMap(
            choice ->
                WholeNumber.of(request, GoldQuestion.SKIP, 0, Integer.MAX_VALUE)
                    .flatMap(
                        skip ->
                            WholeNumber.of(
                                    request,
                                    GoldQuestion.LIMIT,
                                    OneTable.CELLS,
                                    OneTable.MOST_CELLS)
                                .map(
                                    limit ->
                                        new OneTable(request, lake, page, choice, skip, limit))));
  }
}
