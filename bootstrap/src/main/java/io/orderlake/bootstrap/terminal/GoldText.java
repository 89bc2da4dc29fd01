package io.orderlake.bootstrap.terminal;

import io.orderlake.application.gold.GoldPage;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.List;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A page of a Gold table for people, for spreadsheets and for programs. */
public final class GoldText {
  private static final List<String> MEASURES = List.of("revenue", "units", "events");

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

  /** Set for reading, with the total and what was left out below. */
  public List<String> table() {
    GoldProjection projection = page.projection();
    TextTable table =
        TextTable.of(
            List.ofAll(projection.textColumns())
                .append(zoned(projection))
                .map(TextTable::left)
                .appendAll(MEASURES.map(TextTable::right))
                .toJavaArray(TextTable.Column[]::new));
    for (GoldCell cell : page.cells()) {
      table =
          table.row(
              List.ofAll(cell.key().texts())
                  .append(times.start(cell.key().time()))
                  .append(Numbers.money(cell.revenue().amount().value()))
                  .append(Numbers.count(cell.revenue().units()))
                  .append(Numbers.count(cell.revenue().events()))
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
        + "; all of them: revenue "
        + Numbers.money(page.total().amount().value())
        + ", "
        + Numbers.count(page.total().units(), "unit")
        + ", "
        + Numbers.count(page.total().events(), "event")
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
                        .append(cell.revenue().amount().value())
                        .append(cell.revenue().units())
                        .append(cell.revenue().events())
                        .toJavaArray()))
        .toList()
        .prepend(
            Csv.Row.of(
                List.<Object>ofAll(projection.textColumns())
                    .append(projection.time().name())
                    .appendAll(MEASURES)
                    .toJavaArray()));
  }

  /** Times in UTC, revenue as text so that no reader makes a double of it. */
  public Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("table", page.projection().table());
    json.put("lake_version", page.lake().number());
    json.put("matching", page.matching());
    json.put("total", revenue(new LinkedHashMap<>(), page.total()));
    json.put("cells", page.cells().map(this::json).toJavaList());
    return json;
  }

  private Map<String, Object> json(GoldCell cell) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.putAll(page.projection().named(cell.key()));
    json.put(page.projection().time().name(), cell.key().time().toString());
    return revenue(json, cell.revenue());
  }

  private static Map<String, Object> revenue(Map<String, Object> json, Revenue revenue) {
    json.put("revenue", revenue.amount().value().toPlainString());
    json.put("units", revenue.units());
    json.put("events", revenue.events());
    return json;
  }
}
