package io.orderlake.application.gold;

import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.money.Amount;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
  private static final Comparator<Row> GREATEST_FIRST =
      Comparator.<Row, Amount>comparing(row -> row.total().revenue())
          .reversed()
          .thenComparing(Row::text);

  /**
   * Where one text was sold.
   *
   * @param text the value of the text column
   * @param cells what there is, by time
   * @param total of these cells; a measure that is not added up says nothing in it
   */
  public record Row(
      String text, io.vavr.collection.Map<Comparable<?>, Figures> cells, Figures total) {
    static Row of(String text, Map<Comparable<?>, Figures> cells) {
      return new Row(
          text,
          io.vavr.collection.HashMap.ofAll(cells),
          Vector.ofAll(cells.values()).reduce(Figures::plus));
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

  /** Lays out cells of that table; in one pass and a few, since there may be many. */
  public static GoldGrid of(GoldProjection projection, Seq<GoldCell> cells, Shape shape) {
    Map<String, List<GoldCell>> byCurrency = new TreeMap<>();
    for (GoldCell cell : cells) {
      byCurrency
          .computeIfAbsent(projection.currencyOf(cell.key()), unknown -> new ArrayList<>())
          .add(cell);
    }
    String currency = currency(projection, byCurrency.keySet(), shape);
    List<GoldCell> ofIt = byCurrency.getOrDefault(currency, List.of());
    Vector<Comparable<?>> all = times(ofIt);
    Vector<Comparable<?>> times = all.takeRight(shape.times());
    Vector<Row> rows = rows(projection, ofIt, shape.by(), times.toJavaSet());
    return new GoldGrid(
        shape.by(),
        currency,
        TreeSet.ofAll(byCurrency.keySet()),
        times,
        rows.take(shape.rows()),
        Math.max(0, rows.size() - shape.rows()),
        all.size() - times.size());
  }

  private static String currency(GoldProjection projection, Set<String> currencies, Shape shape) {
    return shape
        .currency()
        .filter(currencies::contains)
        .orElse(Option.some(projection.lake().currency()).filter(currencies::contains))
        .orElse(Option.ofOptional(currencies.stream().findFirst()))
        .getOrElse("");
  }

  /** The different times of the cells, the earliest first. */
  private static Vector<Comparable<?>> times(List<GoldCell> cells) {
    Map<Comparable<?>, GoldKey> times = new HashMap<>();
    cells.forEach(cell -> times.putIfAbsent(cell.key().time(), cell.key()));
    return Vector.ofAll(times.values()).sorted(GoldKey::compareTime).map(GoldGrid::time);
  }

  private static Comparable<?> time(GoldKey key) {
    return key.time();
  }

  private static Vector<Row> rows(
      GoldProjection projection, List<GoldCell> cells, Dimension by, Set<Comparable<?>> times) {
    int place = projection.dimensions().indexOf(by);
    Map<String, Map<Comparable<?>, Figures>> rows = new HashMap<>();
    for (GoldCell cell : cells) {
      if (times.contains(cell.key().time())) {
        rows.computeIfAbsent(cell.key().texts().get(place), unknown -> new HashMap<>())
            .merge(cell.key().time(), cell.figures(), Figures::plus);
      }
    }
    return Vector.ofAll(rows.entrySet())
        .map(row -> Row.of(row.getKey(), row.getValue()))
        .sorted(GREATEST_FIRST);
  }
}
