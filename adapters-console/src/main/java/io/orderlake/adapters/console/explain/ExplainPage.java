package io.orderlake.adapters.console.explain;

import io.orderlake.adapters.console.html.Element;
import io.orderlake.adapters.console.html.Fields;
import io.orderlake.adapters.console.html.Html;
import io.orderlake.adapters.console.html.Tags;
import io.orderlake.adapters.console.page.Answer;
import io.orderlake.adapters.console.page.Page;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.adapters.console.page.WholeNumber;
import io.orderlake.answers.explain.ExplanationJson;
import io.orderlake.answers.explain.RecordAddress;
import io.orderlake.application.explain.ExplainCell;
import io.orderlake.application.explain.ExplainedCell;
import io.orderlake.application.explain.ExplainedRecords;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Explains a cell ({@code table}, its columns), an event ({@code event}) or a record ({@code
 * record}). As JSON what {@code explain --json} prints.
 */
public final class ExplainPage implements Page {
  public static final String PATH = "/explain";

  /** Names a record by its address. */
  public static final String RECORD = "record";

  private static final String EVENT = "event";
  private static final String TABLE = "table";
  private static final String LIMIT = "limit";
  private static final int ROWS = 20;
  private static final int MOST_ROWS = 500;

  private final ExplainTools tools;
  private final boolean showsValues;

  /**
   * Explanations.
   *
   * @param showsValues whether what records hold is shown
   */
  public ExplainPage(ExplainTools tools, boolean showsValues) {
    this.tools = tools;
    this.showsValues = showsValues;
  }

  @Override
  public String path() {
    return PATH;
  }

  @Override
  public String title() {
    return "Explain";
  }

  /** An event is looked for in all of Bronze, a cell is added up anew. */
  @Override
  public boolean isHeavy(PageRequest request) {
    return request.value(EVENT).isDefined() || request.value(TABLE).isDefined();
  }

  @Override
  public Answer answer(PageRequest request) {
    return request.asOf().in(tools.versions()).fold(Answer::wrong, lake -> answer(request, lake));
  }

  private Answer answer(PageRequest request, LakeVersion lake) {
    AsOf asOf = new AsOf.Version(lake.number());
    Option<String> event = request.value(EVENT);
    Option<String> record = request.value(RECORD);
    if (event.isDefined()) {
      return records(request, lake, tools.records().event(event.get(), asOf));
    }
    if (record.isDefined()) {
      return RecordAddress.of(record.get())
          .fold(Answer::wrong, at -> records(request, lake, tools.records().record(at, asOf)));
    }
    return request.value(TABLE).isDefined()
        ? cell(request, lake)
        : Answer.of(lake, () -> forms(request, lake), () -> questions(lake));
  }

  private Answer records(
      PageRequest request, LakeVersion lake, Either<String, ExplainedRecords> found) {
    return found.fold(
        Answer::missing,
        explained ->
            Answer.of(
                lake,
                () ->
                    Html.of(
                        Html.of(explained.records().map(view(lake)::html)), forms(request, lake)),
                () -> shown(ExplanationJson.of(explained))));
  }

  private Map<String, @Nullable Object> shown(Map<String, @Nullable Object> document) {
    return showsValues ? document : Hidden.values(document, "records");
  }

  private RecordView view(LakeVersion lake) {
    return new RecordView(times(lake), showsValues);
  }

  private TimeText times(LakeVersion lake) {
    return new TimeText(tools.tables().apply(lake.number()).head().zone());
  }

  private Answer cell(PageRequest request, LakeVersion lake) {
    ExplainCell cells = tools.cells().apply(lake.number());
    return WholeNumber.of(request, LIMIT, ROWS, MOST_ROWS)
        .flatMap(limit -> question(request, lake, limit))
        .flatMap(question -> cells.key(question).map(key -> question))
        .fold(
            Answer::wrong,
            question ->
                cells
                    .explain(question)
                    .fold(
                        Answer::missing,
                        explained ->
                            Answer.of(
                                lake,
                                () -> Html.of(cell(request, explained), forms(request, lake)),
                                () -> shown(ExplanationJson.of(explained)))));
  }

  private Html cell(PageRequest request, ExplainedCell explained) {
    return new CellView(explained, view(explained.lake()), request, LIMIT).html();
  }

  /** Where no currency is given, the lake's own is meant. */
  private Either<String, ExplainCell.Query> question(
      PageRequest request, LakeVersion lake, int limit) {
    Seq<GoldProjection> tables = tools.tables().apply(lake.number());
    return GoldProjections.named(request.value(TABLE).get(), tables)
        .flatMap(
            table -> {
              List<String> columns = List.ofAll(table.textColumns()).append(table.time().name());
              List<String> values =
                  columns.flatMap(
                      column ->
                          request
                              .value(column)
                              .orElse(
                                  Option.when(
                                      column.equals(Dimension.CURRENCY.column()),
                                      () -> table.lake().currency())));
              return values.size() == columns.size()
                  ? Either.right(
                      new ExplainCell.Query(
                          table.table(),
                          values.init().asJava(),
                          values.last(),
                          limit,
                          new AsOf.Version(lake.number())))
                  : Either.left(
                      "a cell of %s is named by %s"
                          .formatted(table.table(), columns.mkString(", ")));
            });
  }

  /** What can be asked. */
  private Html forms(PageRequest request, LakeVersion lake) {
    return Tags.section(
        "What to explain",
        form(request, "An event")
            .add(
                Fields.text("event id", EVENT, request.value(EVENT), ""),
                Tags.submit("Explain the event")),
        form(request, "A record")
            .add(
                Fields.text("topic/partition/offset", RECORD, request.value(RECORD), "orders/0/42"),
                Tags.submit("Explain the record")),
        Html.of(tools.tables().apply(lake.number()).map(table -> cellForm(request, table))));
  }

  private static Element form(PageRequest request, String label) {
    return Fields.search(PATH, label)
        .add(request.value(PageRequest.AS_OF).map(text -> Tags.hidden(PageRequest.AS_OF, text)));
  }

  private static Element cellForm(PageRequest request, GoldProjection table) {
    boolean isAsked = request.value(TABLE).contains(table.table());
    return form(request, "A cell of " + table.table())
        .add(Tags.hidden(TABLE, table.table()))
        .add(
            List.ofAll(table.textColumns())
                .append(table.time().name())
                .map(
                    column ->
                        Fields.text(
                            column, column, request.value(column).filter(text -> isAsked), "")))
        .add(Tags.submit("Explain a cell of " + table.table()));
  }

  /** For programs, what there is to ask. */
  private Map<String, @Nullable Object> questions(LakeVersion lake) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("lake_version", lake.number());
    json.put("event", "an event's id");
    json.put(RECORD, RecordAddress.FORM);
    Map<String, Object> cells = new LinkedHashMap<>();
    tools
        .tables()
        .apply(lake.number())
        .forEach(
            table ->
                cells.put(
                    table.table(),
                    List.ofAll(table.textColumns()).append(table.time().name()).toJavaList()));
    json.put("tables", cells);
    return json;
  }
}
