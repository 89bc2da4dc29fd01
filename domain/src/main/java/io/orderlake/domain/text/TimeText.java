package io.orderlake.domain.text;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Times as people read them, in the lake's zone. What is written here can be asked for again.
 *
 * @param zone the reporting zone
 */
public record TimeText(ZoneId zone) {
  /** For those who do not know the lake's zone. */
  public static final TimeText UTC = new TimeText(ZoneOffset.UTC);

  private static final DateTimeFormatter SECOND = form("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter MINUTE = form("uuuu-MM-dd HH:mm");

  /** Digits are those of ASCII under every locale. */
  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  /** To the second, with the zone: {@code 2026-11-24 20:21:57 UTC}, {@code …21:21:57+01:00}. */
  public String moment(Instant time) {
    try {
      ZonedDateTime local = time.atZone(zone);
      String offset = local.getOffset().equals(ZoneOffset.UTC) ? " UTC" : local.getOffset().getId();
      return SECOND.format(local) + offset;
    } catch (DateTimeException e) {
      return time.toString(); // at the very ends of time, where no zone has a date for it
    }
  }

  /**
   * When a cell of Gold starts: a date as it is; an instant to the minute, with its offset where
   * the clock shows the same twice, {@code 2026-10-25 02:00+01:00}.
   *
   * @param time an {@link Instant} or a date
   */
  public String start(Comparable<?> time) {
    return time instanceof Instant instant ? minute(instant) : time.toString();
  }

  private String minute(Instant start) {
    try {
      ZonedDateTime local = start.atZone(zone);
      LocalDateTime clock = local.toLocalDateTime();
      boolean twice = zone.getRules().getValidOffsets(clock).size() > 1;
      return (clock.getSecond() == 0 ? MINUTE : SECOND).format(local)
          + (twice ? local.getOffset().getId() : "");
    } catch (DateTimeException e) {
      return start.toString();
    }
  }
}
