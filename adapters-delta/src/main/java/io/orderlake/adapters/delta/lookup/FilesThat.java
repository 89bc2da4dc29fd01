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

  /** Have rows of dates that the span touches. */
  static Predicate touch(String dateColumn, TimeSpan span) {
    Column date = new Column(dateColumn);
    return new Predicate(
        "AND",
        new Predicate(">=", date, day(span.from())),
        new Predicate("<=", date, day(span.to().minusNanos(1))));
  }

  private static Literal day(Instant time) {
    return Literal.ofDate((int) LocalDate.ofInstant(time, ZoneOffset.UTC).toEpochDay());
  }

  /** May hold the text. */
  static Predicate hold(String column, String text) {
    return new Predicate("=", new Column(column), Literal.ofString(text));
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
