package io.orderlake.application.audit.verdict;

import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.lake.TableId;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * One way in which a table is not what the replay of Bronze gives.
 *
 * @param table which table
 * @param kind which way
 * @param count how many rows, cells or offsets of the table differ in that way
 * @param example the smallest of them
 */
public record Difference(TableId table, Kind kind, long count, CounterExample example) {
  /** The ways in which a table can differ. */
  public enum Kind {
    /** Between two offsets that Bronze holds, some are not there. */
    OFFSETS_MISSING("offset is missing", "offsets are missing"),
    /** Bronze holds an offset more than once. */
    OFFSETS_REPEATED("offset is there more than once", "offsets are there more than once"),
    /** The replay gives what the table does not hold. */
    MISSING("is missing", "are missing"),
    /** The table holds what the replay does not give. */
    UNEXPECTED("should not be there", "should not be there"),
    /** Both have it, with other values. */
    OTHER_VALUES("has other values", "have other values"),
    /** The published lake version counts other sums than the replay. */
    SUMS("sum of the lake version differs", "sums of the lake version differ");

    private final String one;
    private final String several;

    Kind(String one, String several) {
      this.one = one;
      this.several = several;
    }

    /** A stable name for programs, e.g. {@code other_values}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * One event, cell or offset that proves the difference.
   *
   * @param subject what it is about, e.g. {@code event 7 of orders-0@12}
   * @param source where in Kafka the record or line lies that it comes down to, if one is known
   * @param replayed what the replay gives
   * @param stored what the table holds
   */
  public record CounterExample(
      String subject, Option<LinePosition> source, String replayed, String stored) {}

  /** The whole difference in one sentence. */
  public String sentence() {
    return table
        + ": "
        + count
        + " "
        + noun()
        + (count == 1 ? kind.one : kind.several)
        + ", e.g. "
        + example.subject()
        + example.source().map(source -> " (" + source + ")").getOrElse("")
        + ": replayed "
        + example.replayed()
        + ", stored "
        + example.stored();
  }

  private String noun() {
    return switch (kind) {
      case OFFSETS_MISSING, OFFSETS_REPEATED, SUMS -> "";
      case MISSING, UNEXPECTED, OTHER_VALUES ->
          (table.isGold() ? "cell" : "row") + (count == 1 ? " " : "s ");
    };
  }
}
