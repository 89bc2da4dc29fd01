package io.orderlake.adapters.delta.lookup;

import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.TimeSpan;
import io.vavr.collection.Set;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What the log has to say of a file for it to be opened. */
final class FilesThat {
  private FilesThat() {}

  /**
   * The days that the calendar of {@code java.sql} leaves out. Delta Kernel reads a partition of
   * such a day with it, as one that is {@value #GAP_DAYS} days later.
   */
  private static final LocalDate GAP = LocalDate.of(1582, 10, 5);

  private static final int GAP_DAYS = 10;

  /** Have rows of dates that the span touches. */
  static Predicate touch(String dateColumn, TimeSpan span) {
    Column date = new Column(dateColumn);
    LocalDate last = day(span.to().minusNanos(1));
    boolean inGap = !last.isBefore(GAP) && last.isBefore(GAP.plusDays(GAP_DAYS));
    return new Predicate(
        "AND",
        new Predicate(">=", date, literal(day(span.from()))),
        new Predicate("<=", date, literal(inGap ? last.plusDays(GAP_DAYS) : last)));
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static Literal literal(LocalDate day) {
    return Literal.ofDate((int) day.toEpochDay());
  }

  /** May hold the text. */
  static Predicate hold(String column, String text) {
    return new Predicate("=", new Column(column), Literal.ofString(text));
  }

  /** May hold a whole number below 0. */
  static Predicate goBelowZero(String column) {
    return new Predicate("<", new Column(column), Literal.ofLong(0));
  }

  /**
   * May hold one of the addresses.
   *
   * @param sources not empty
   */
  static Predicate hold(String offsetColumn, Set<SourcePosition> sources) {
    return sources
        .toVector()
        .map(SourcePosition::offset)
        .distinct()
        .map(offset -> new Predicate("=", new Column(offsetColumn), Literal.ofLong(offset)))
        .reduce((a, b) -> new Predicate("OR", a, b));
  }
}
