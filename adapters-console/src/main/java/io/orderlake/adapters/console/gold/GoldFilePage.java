package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.answers.gold.GoldJson;
import io.orderlake.answers.text.Csv;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.application.gold.ShowGold;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.List;
import io.vavr.control.Either;

/** Cells of a Gold table as a file to take away: those that the page of the table shows. */
public final class GoldFilePage implements Page {
  static final String PATH = "/gold/file";
  static final String AS = "as";

  private final GoldTools tools;

  public GoldFilePage(GoldTools tools) {
    this.tools = tools;
  }

  /** In which form. */
  enum Kind {
    CSV("csv", "CSV for a spreadsheet, as `orderlake gold TABLE --csv` prints it"),
    CSV_RAW("csv-raw", "CSV for a program, every text as it is stored"),
    PARQUET("parquet", "Parquet, with exact decimals");

    private final String word;
    private final String meaning;

    Kind(String word, String meaning) {
      this.word = word;
      this.meaning = meaning;
    }

    String word() {
      return word;
    }

    String meaning() {
      return meaning;
    }
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "Gold as a file";
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
        .flatMap(lake -> GoldQuestion.of(request).flatMap(asked -> file(request, lake, asked)))
        .getOrElseGet(Answer::wrong);
  }

  private Either<String, Answer> file(PageRequest request, LakeVersion lake, GoldQuestion asked) {
    ShowGold gold = tools.at().apply(lake.number());
    return kind(request)
        .flatMap(
            kind ->
                request
                    .value(GoldQuestion.TABLE)
                    .toEither("a file holds one table; name it by table=")
                    .flatMap(
                        table -> asked.tables(gold.tables(), request.value(GoldQuestion.TABLE)))
                    .flatMap(tables -> gold.show(asked.query(tables.head(), lake)))
                    .map(page -> file(kind, asked.limited(page))));
  }

  private static Either<String, Kind> kind(PageRequest request) {
    String word = request.value(AS).getOrElse(Kind.CSV.word());
    return List.of(Kind.values())
        .find(kind -> kind.word().equals(word))
        .toEither(
            () ->
                "there is no file as '%s'; there are %s"
                    .formatted(word, List.of(Kind.values()).map(Kind::word).mkString(", ")));
  }

  private Answer file(Kind kind, GoldPage page) {
    GoldProjection table = page.projection();
    String name = "%s-v%s".formatted(table.table(), page.lake().number());
    return switch (kind) {
      case CSV ->
          Answer.File.of(
              page.lake(),
              name + ".csv",
              "text/csv; charset=utf-8",
              Csv.guarded(GoldJson.csv(page)));
      case CSV_RAW ->
          Answer.File.of(
              page.lake(), name + ".csv", "text/csv; charset=utf-8", Csv.raw(GoldJson.csv(page)));
      case PARQUET ->
          tools
              .parquet()
              .apply(table, page.cells())
              .<Answer>map(
                  bytes ->
                      new Answer.File(
                          page.lake(), name + ".parquet", "application/vnd.apache.parquet", bytes))
              .getOrElse(() -> Answer.missing("there is no cell to take away"));
    };
  }
}
