package io.orderlake.domain.gold;

import java.io.Serializable;
import java.time.ZoneId;

/**
 * A Gold table: which cell an order falls into. Everything else (adding up, storing, showing) is
 * the same for all of them. Stateless and serializable.
 */
public interface GoldProjection extends Serializable {
  /** The table's name, e.g. {@code revenue_by_city_hour}. */
  String table();

  /** The partition column's name, e.g. {@code date}; its values are text. */
  String partitionColumn();

  /** The text column's name, e.g. {@code city}. */
  String textColumn();

  /** The time column's name and kind, e.g. {@code hour}. */
  TimeColumn time();

  /** The reporting zone, whose hours and days the table speaks of. */
  ZoneId zone();

  /** The cell that the sale belongs to. */
  GoldKey keyOf(Sale sale);

  /**
   * Whether a sale can belong to that cell. A stored cell that none can belong to was cut
   * otherwise, in another zone above all.
   */
  boolean mayHave(GoldKey key);

  /**
   * A span in which every sale of the cell happened; not every sale in it has to be of the cell.
   * Kept short, because whoever looks for a cell's sales looks no further.
   */
  TimeSpan spanOf(GoldKey key);

  /**
   * The time column.
   *
   * @param name the column's name
   * @param kind what its values are
   */
  record TimeColumn(String name, Kind kind) implements Serializable {
    /** Start of a span as a UTC instant, or a calendar date of the reporting zone. */
    public enum Kind {
      INSTANT,
      DATE
    }
  }
}
