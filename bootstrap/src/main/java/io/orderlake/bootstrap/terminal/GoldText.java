package io.orderlake.bootstrap.terminal;

import io.orderlake.application.gold.GoldPage;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Revenue;
import io.vavr.collection.List;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;

/** A page of a Gold table for people, for spreadsheets and for programs. */
public final class GoldText {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final GoldPage page;
  private final ZoneId zone;

  /**
   * @param zone in which hours are shown to people
   */
  public GoldText(GoldPage page, ZoneId zone) {
    this.page = page;
    this.zone = zone;
  }

  public String name() {
    return page.projection().table();
  }

  /** Set for reading, with the total and what was left out below. */
  public List<String> table() {
    GoldProjection projection = page.projection();
    TextTable table =
        TextTable.of(
            TextTable.left(projection.textColumn()),
            TextTable.left(projection.time().name()),
            TextTable.right("revenue"),
            TextTable.right("units"),
            TextTable.right("events"));
    for (GoldCell cell : page.cells()) {
      table =
          table.row(
              cell.key().text(),
              shownTime(cell),
              Numbers.money(cell.revenue().amount().value()),
              Numbers.count(cell.revenue().units()),
              Numbers.count(cell.revenue().events()));
    }
    return table.lines().append(summary());
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

  private String shownTime(GoldCell cell) {
    return switch (page.projection().time().kind()) {
      case INSTANT -> HOUR.format(cell.key().instant().atZone(zone));
      case DATE -> cell.key().date().toString();
    };
  }

  /** RFC 4180, with a head; times in UTC, decimals in full. */
  public List<String> csv() {
    CSVFormat format = CSVFormat.RFC4180;
    GoldProjection projection = page.projection();
    return page.cells()
        .map(
            cell ->
                format.format(
                    cell.key().text(),
                    cell.key().time(),
                    cell.revenue().amount().value().toPlainString(),
                    cell.revenue().units(),
                    cell.revenue().events()))
        .toList()
        .prepend(
            format.format(
                projection.textColumn(), projection.time().name(), "revenue", "units", "events"));
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
    json.put(page.projection().textColumn(), cell.key().text());
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
