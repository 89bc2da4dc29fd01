package io.orderlake.domain.gold;

import io.orderlake.domain.lake.LakeProperties;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Gold table, declared: what it is cut by and what it adds up. Everything else (storing,
 * auditing, explaining, showing) is the same for all of them. Stateless and serializable.
 *
 * @param table the table's name, e.g. {@code revenue_by_city_hour}
 * @param dimensions its text columns, in their order; at least one, none twice, the currency among
 *     them: last, where it is not named
 * @param grain how finely it cuts time
 * @param measures what it adds up
 * @param lake whose hours and days the table speaks of, and whose own currency is that of stored
 *     cells that name none
 */
public record GoldProjection(
    String table, List<Dimension> dimensions, Grain grain, Measures measures, LakeProperties lake)
    implements Serializable {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,99}");

  public GoldProjection {
    if (!isName(table)) {
      throw new IllegalArgumentException("no name of a table: " + table);
    }
    if (dimensions.isEmpty() || new HashSet<>(dimensions).size() < dimensions.size()) {
      throw new IllegalArgumentException(
          table + " is cut by nothing, or twice by one: " + dimensions);
    }
    dimensions = withCurrency(dimensions);
  }

  /** A table with the measures that every table has. */
  public GoldProjection(
      String table, List<Dimension> dimensions, Grain grain, LakeProperties lake) {
    this(table, dimensions, grain, Measures.BASIC, lake);
  }

  private static List<Dimension> withCurrency(List<Dimension> dimensions) {
    List<Dimension> all = new ArrayList<>(dimensions);
    if (!all.contains(Dimension.CURRENCY)) {
      all.add(Dimension.CURRENCY);
    }
    return List.copyOf(all);
  }

  /** The reporting zone. */
  public ZoneId zone() {
    return lake.reportingZone();
  }

  /** Whether a table can have that name: a word of small letters, digits and underscores. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The same table of a lake with other properties. */
  public GoldProjection in(LakeProperties other) {
    return new GoldProjection(table, dimensions, grain, measures, other);
  }

  /** The partition column's name, e.g. {@code date}; its values are text. */
  public String partitionColumn() {
    return grain.partitionColumn();
  }

  /** The text columns' names, e.g. {@code city}. */
  public List<String> textColumns() {
    return dimensions.stream().map(Dimension::column).toList();
  }

  /** The time column's name and kind, e.g. {@code hour}. */
  public TimeColumn time() {
    return grain.time();
  }

  /** The cell that the sale belongs to; for many sales ask {@link SaleKeys}. */
  public GoldKey keyOf(Sale sale) {
    return keyOf(sale, cutAt(sale.eventTime()));
  }

  GoldKey keyOf(Sale sale, TimeCut cut) {
    return new GoldKey(cut.partition(), texts(dimension -> dimension.of(sale)), cut.start());
  }

  TimeCut cutAt(Instant time) {
    ZonedDateTime local = time.atZone(zone());
    Comparable<?> start = grain.startOf(local);
    LocalDate date = start instanceof LocalDate first ? first : local.toLocalDate();
    return new TimeCut(grain.partitionOf(date), start);
  }

  /**
   * Where a time belongs.
   *
   * @param partition the value of the partition column
   * @param start that of the time column
   */
  record TimeCut(String partition, Comparable<?> start) {}

  /** A value for each text column; made for every row, mostly of tables with one or two. */
  public List<String> texts(Function<Dimension, String> value) {
    return switch (dimensions.size()) {
      case 1 -> List.of(value.apply(dimensions.get(0)));
      case 2 -> List.of(value.apply(dimensions.get(0)), value.apply(dimensions.get(1)));
      default -> dimensions.stream().map(value).toList();
    };
  }

  /**
   * A value for each text column out of a stored row.
   *
   * @param stored gives the column's text; null where the row has none
   */
  public List<String> storedTexts(Function<Dimension, @Nullable String> stored) {
    return texts(
        dimension -> {
          String text = stored.apply(dimension);
          return text == null && dimension == Dimension.CURRENCY
              ? lake.currency()
              : Objects.requireNonNull(text, dimension.column());
        });
  }

  /** The currency of a cell. */
  public String currencyOf(GoldKey key) {
    return key.texts().get(dimensions.indexOf(Dimension.CURRENCY));
  }

  /** The texts of a cell by their columns, in the table's order. */
  public Map<String, String> named(GoldKey key) {
    Map<String, String> named = new LinkedHashMap<>();
    for (int i = 0; i < dimensions.size(); i++) {
      named.put(dimensions.get(i).column(), key.texts().get(i));
    }
    return named;
  }

  /** Where the stretch of time begins that the time lies in: an instant or a date. */
  public Comparable<?> startOf(Instant time) {
    return grain.startOf(time.atZone(zone()));
  }

  /**
   * The cell that begins at that time, be there such a time or not.
   *
   * @param texts the values of the text columns
   * @param start an instant or a date, as {@link #time()} says
   */
  public GoldKey key(List<String> texts, Comparable<?> start) {
    return new GoldKey(partitionOf(start), texts, start);
  }

  /**
   * Whether a sale can belong to that cell. A stored cell that none can belong to was cut
   * otherwise, in another zone above all.
   */
  public boolean mayHave(GoldKey key) {
    return grain.mayStart(key.time(), zone()) && partitionOf(key.time()).equals(key.partition());
  }

  private String partitionOf(Comparable<?> start) {
    return grain.partitionOf(
        start instanceof Instant instant
            ? LocalDate.ofInstant(instant, zone())
            : (LocalDate) start);
  }

  /**
   * A span in which every sale of the cell happened; not every sale in it has to be of the cell.
   * Kept short, because whoever looks for a cell's sales looks no further.
   */
  public TimeSpan spanOf(GoldKey key) {
    return grain.spanOf(key.time(), zone());
  }

  /**
   * The time column.
   *
   * @param name the column's name
   * @param kind what its values are
   */
  public record TimeColumn(String name, Kind kind) implements Serializable {
    /** Start of a span as a UTC instant, or a calendar date of the reporting zone. */
    public enum Kind {
      INSTANT,
      DATE
    }
  }
}
