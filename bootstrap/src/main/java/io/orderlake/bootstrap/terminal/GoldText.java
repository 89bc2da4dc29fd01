package io.orderlake.bootstrap.terminal;

import io.orderlake.answers.text.FiguresText;
import io.orderlake.answers.text.Numbers;
import io.orderlake.application.gold.GoldPage;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.List;
import java.time.ZoneId;

/** A page of a Gold table for people. */
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
}
