package io.orderlake.domain.gold;

import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransition;

/**
 * How finely Gold cuts time, in the reporting zone. The time column has the grain's name and tells
 * where its stretch of time begins; the partition column tells a greater stretch, as text.
 */
public enum Grain {
  /** Begins at a UTC instant, since an hour of the clock may come twice; by date. */
  HOUR("hour", "date", 0),

  /** A date; by month. */
  DAY("day", "month", "-22".length()),

  /** The date of its Monday; by that date's year. */
  WEEK("week", "year", "-11-22".length()),

  /** The date of its first day; by year. */
  MONTH("month", "year", "-11-22".length());

  private final String column;
  private final String partitionColumn;

  /** What a date has after the partition's part of it; a year may have any length. */
  private final int afterPartition;

  Grain(String column, String partitionColumn, int afterPartition) {
    this.column = column;
    this.partitionColumn = partitionColumn;
    this.afterPartition = afterPartition;
  }

  String partitionColumn() {
    return partitionColumn;
  }

  /** The time column's name and kind. */
  public TimeColumn time() {
    return new TimeColumn(column, this == HOUR ? TimeColumn.Kind.INSTANT : TimeColumn.Kind.DATE);
  }

  /** The first date of the stretch that the date lies in. */
  private LocalDate first(LocalDate date) {
    return switch (this) {
      case HOUR, DAY -> date;
      case WEEK -> date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      case MONTH -> date.withDayOfMonth(1);
    };
  }

  /** The first date after the stretch. */
  private LocalDate next(LocalDate first) {
    return switch (this) {
      case HOUR, DAY -> first.plusDays(1);
      case WEEK -> first.plusWeeks(1);
      case MONTH -> first.plusMonths(1);
    };
  }

  /** Where the stretch begins that the time lies in: the value of the time column. */
  Comparable<?> startOf(ZonedDateTime local) {
    return this == HOUR
        ? local.truncatedTo(ChronoUnit.HOURS).toInstant()
        : first(local.toLocalDate());
  }

  /** Whether a stretch begins there. */
  boolean mayStart(Comparable<?> start, ZoneId zone) {
    return start.equals(
        this == HOUR ? startOf(((Instant) start).atZone(zone)) : first((LocalDate) start));
  }

  /** The value of the partition column, for the date on which the stretch begins. */
  String partitionOf(LocalDate date) {
    String text = date.toString();
    return text.substring(0, text.length() - afterPartition);
  }

  /** A span that holds all of the stretch, and little more. */
  TimeSpan spanOf(Comparable<?> start, ZoneId zone) {
    return this == HOUR ? hourAt((Instant) start, zone) : datesFrom((LocalDate) start, zone);
  }

  private static TimeSpan hourAt(Instant start, ZoneId zone) {
    Instant end = start.plus(1, ChronoUnit.HOURS);
    // Where clocks are set at a minute that is no full hour, an hour may begin or end elsewhere.
    return isClockSetAround(start, zone)
        ? new TimeSpan(start.minus(1, ChronoUnit.HOURS), end.plus(1, ChronoUnit.HOURS))
        : new TimeSpan(start, end);
  }

  private static boolean isClockSetAround(Instant start, ZoneId zone) {
    ZoneOffsetTransition next = zone.getRules().nextTransition(start.minus(2, ChronoUnit.HOURS));
    return next != null && next.getInstant().isBefore(start.plus(2, ChronoUnit.HOURS));
  }

  private TimeSpan datesFrom(LocalDate first, ZoneId zone) {
    // Where a clock is set back over midnight, the date after begins twice.
    ZonedDateTime end = next(first).atStartOfDay(zone).withLaterOffsetAtOverlap();
    return new TimeSpan(first.atStartOfDay(zone).toInstant(), end.toInstant());
  }
}
