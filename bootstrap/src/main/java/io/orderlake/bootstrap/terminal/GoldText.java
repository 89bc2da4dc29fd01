package io.orderlake.bootstrap.terminal;

import io.orderlake.application.gold.GoldPage;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.List;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page of a Gold table for people, for spreadsheets and for programs. */
public final class GoldText {
  private final GoldPage page;
  private final TimeText times;

  /**
   * @param zone in which hours are shown to people
   */
  public GoldText(GoldPage page, ZoneId zone) {
    this.page = page;
    this.times = new TimeText(zone);
  }

  public String name() {
    return page.projection().table();
  }

  private List<Measure> measures() {
    return List.ofAll(page.projection().measures().all());
  }

  /** Set for reading, with the total and what was left out below. */
  public List<String> table() {
    GoldProjection projection = page.projection();
    TextTable table =
        TextTable.of(
            List.ofAll(projection.textColumns())
                .append(zoned(projection))
                .map(TextTable::left)
                .appendAll(measures().map(Measure::column).map(TextTable::right))
                .toJavaArray(TextTable.Column[]::new));
    for (GoldCell cell : page.cells()) {
      table =
          table.row(
              List.ofAll(cell.key().texts())
                  .append(times.start(cell.key().time()))
                  .appendAll(measures().map(measure -> FiguresText.of(measure, cell.figures())))
                  .toJavaArray(String[]::new));
    }
    return table.lines().append(summary());
  }

  /** The time column's name; with the zone where its values are times of day. */
  private String zoned(GoldProjection projection) {
    TimeColumn time = projection.time();
    return time.kind() == TimeColumn.Kind.INSTANT
        ? time.name() + " (" + times.zone() + ")"
        : time.name();
  }

  private String summary() {
    return Numbers.count(page.cells().size())
        + " of "
        + Numbers.count(page.matching(), "cell")
        + "; all of them: "
        + FiguresText.line(page.totals())
        + " (lake version "
        + page.lake().number()
        + ")";
  }

  /** With a head; times in UTC, decimals in full. */
  public List<Csv.Row> csv() {
    GoldProjection projection = page.projection();
    return page.cells()
        .map(
            cell ->
                Csv.Row.of(
                    List.<Object>ofAll(cell.key().texts())
                        .append(cell.key().time().toString())
                        .appendAll(
                            measures().map(measure -> FiguresText.exact(measure, cell.figures())))
                        .toJavaArray()))
        .toList()
        .prepend(
            Csv.Row.of(
                List.<Object>ofAll(projection.textColumns())
                    .append(projection.time().name())
                    .appendAll(measures().map(Measure::column))
                    .toJavaArray()));
  }

  /** Times in UTC, amounts as text so that no reader makes doubles of them. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", page.projection().table());
    json.put("lake_version", page.lake().number());
    json.put("matching", page.matching());
    json.put("total", FiguresText.json(page.totals()));
    json.put("cells", page.cells().map(this::json).toJavaList());
    return json;
  }

  private Map<String, Object> json(GoldCell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.putAll(page.projection().named(cell.key()));
    json.put(page.projection().time().name(), cell.key().time().toString());
    json.putAll(FiguresText.json(cell.figures()));
    return json;
  }
}
