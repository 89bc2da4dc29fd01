package io.orderlake.application.gold;

import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;

/**
 * Cells of one currency laid out over time: a row for each value of a text column, a column for
 * each hour, day, … that has a cell. Where the table has other text columns, cells are added up.
 *
 * @param by the text column whose values the rows are
 * @param currency the one that all figures are in; empty where there is no cell
 * @param currencies those that there are cells in
 * @param times the newest ones that have a cell, in their order
 * @param rows those of the greatest revenue first, and then by text
 * @param moreRows how many rows were left out
 * @param earlier how many hours, days, … before the first one were left out
 */
public record GoldGrid(
    Dimension by,
    String currency,
    SortedSet<String> currencies,
    Seq<Comparable<?>> times,
    Seq<Row> rows,
    long moreRows,
    long earlier) {
  private static final Comparator<GoldCell> BY_TIME = (a, b) -> a.key().compareTime(b.key());

  /**
   * Where one text was sold.
   *
   * @param text the value of the text column
   * @param cells what there is, by time
   * @param total of these cells; a measure that is not added up says nothing in it
   */
  public record Row(String text, Map<Comparable<?>, Figures> cells, Figures total) {
    static Row of(String text, Seq<GoldCell> cells) {
      Map<Comparable<?>, Figures> byTime =
          cells.foldLeft(
              HashMap.<Comparable<?>, Figures>empty(),
              (all, cell) -> all.put(cell.key().time(), cell.figures(), Figures::plus));
      return new Row(text, byTime, cells.map(GoldCell::figures).reduce(Figures::plus));
    }
  }

  /**
   * How large a grid may be, and of what.
   *
   * @param by a text column of the table other than the currency
   * @param currency the one to show; where none is asked for, or there is no cell in it, the lake's
   *     own, or the first that there is
   * @param rows at most so many
   * @param times at most so many
   */
  public record Shape(Dimension by, Option<String> currency, int rows, int times) {}

  /** The text columns that a grid of the table can have rows of. */
  public static Seq<Dimension> rowsOf(GoldProjection projection) {
    return Vector.ofAll(projection.dimensions()).remove(Dimension.CURRENCY);
  }

  /** Lays out cells of that table. */
  public static GoldGrid of(GoldProjection projection, Seq<GoldCell> cells, Shape shape) {
    SortedSet<String> currencies =
        cells.map(cell -> projection.currencyOf(cell.key())).toSortedSet();
    String currency =
        shape
            .currency()
            .filter(currencies::contains)
            .orElse(Option.some(projection.lake().currency()).filter(currencies::contains))
            .orElse(currencies.headOption())
            .getOrElse("");
    Seq<GoldCell> ofIt = cells.filter(cell -> projection.currencyOf(cell.key()).equals(currency));
    Seq<Comparable<?>> all = times(ofIt);
    Seq<Comparable<?>> times = all.takeRight(shape.times());
    java.util.Set<Comparable<?>> shown = times.toJavaSet();
    int place = projection.dimensions().indexOf(shape.by());
    Seq<Row> rows =
        ofIt.filter(cell -> shown.contains(cell.key().time()))
            .groupBy(cell -> cell.key().texts().get(place))
            .map(row -> Row.of(row._1, row._2))
            .toVector()
            .sorted(
                Comparator.<Row, io.orderlake.domain.money.Amount>comparing(
                        row -> row.total().revenue())
                    .reversed()
                    .thenComparing(Row::text));
    return new GoldGrid(
        shape.by(),
        currency,
        currencies,
        times,
        rows.take(shape.rows()),
        Math.max(0, rows.size() - shape.rows()),
        all.size() - times.size());
  }

  /** The different times of the cells, the earliest first. */
  private static Seq<Comparable<?>> times(Seq<GoldCell> cells) {
    return TreeSet.ofAll(BY_TIME, cells).toVector().map(cell -> time(cell.key()));
  }

  private static Comparable<?> time(GoldKey key) {
    return key.time();
  }
}
