package io.orderlake.application.lake;

import io.vavr.control.Either;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** Times as people write them in a query. */
public final class AskedTime {
  private AskedTime() {}

  /** A date such as {@code 2026-11-22}; or the sentence that says what is wrong with it. */
  public static Either<String, LocalDate> date(String text) {
    try {
      return Either.right(LocalDate.parse(text));
    } catch (DateTimeParseException e) {
      return Either.left("'" + text + "' is not a date such as 2026-11-22");
    }
  }

  /**
   * An instant such as {@code 2026-11-22T10:00:00Z}, or the start of a date.
   *
   * @param zone whose days a date means
   * @return the instant, or the sentence that says what is wrong with the text
   */
  public static Either<String, Instant> instant(String text, ZoneId zone) {
    try {
      return Either.right(Instant.parse(text));
    } catch (DateTimeParseException e) {
      return date(text)
          .map(day -> day.atStartOfDay(zone).toInstant())
          .mapLeft(problem -> problem + " nor an instant such as 2026-11-22T10:00:00Z");
    }
  }
}
