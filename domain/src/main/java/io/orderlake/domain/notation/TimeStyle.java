package io.orderlake.domain.notation;

import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * How a table writes times: a pattern of {@link DateTimeFormatter} and a zone, either of which may
 * be left out. What is read is written in ISO 8601: in UTC when a zone is known, else as it is.
 */
public final class TimeStyle implements Serializable {
  private static final long serialVersionUID = 1;

  /** ISO 8601, with whatever zone each cell names. */
  public static final TimeStyle ISO = new TimeStyle("", Option.none());

  private static final DateTimeFormatter ISO_LOCAL =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendPattern("['T'][' ']")
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalEnd()
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  private final String pattern;
  private final Option<ZoneId> zone;
  private final transient Option<DateTimeFormatter> formatter;

  private TimeStyle(String pattern, Option<ZoneId> zone) {
    this.pattern = pattern;
    this.zone = zone;
    this.formatter =
        !pattern.isEmpty() ? Option.some(formatter(pattern)) : zone.map(known -> ISO_LOCAL);
  }

  /**
   * The style, or every problem with what was asked for.
   *
   * @param pattern e.g. {@code M/d/yy H:mm}; none for ISO 8601
   * @param zone of times that name none, e.g. {@code Europe/Berlin}; none to leave them without
   */
  public static Either<List<String>, TimeStyle> of(Option<String> pattern, Option<String> zone) {
    List<String> problems = pattern.map(TimePattern::problems).getOrElse(List.empty());
    Option<ZoneId> known = zone.flatMap(TimeStyle::zone);
    if (zone.isDefined() && known.isEmpty()) {
      problems = problems.append(noZone(zone.get()));
    }
    return problems.isEmpty()
        ? Either.right(new TimeStyle(pattern.getOrElse(""), known))
        : Either.left(problems);
  }

  private static Option<ZoneId> zone(String name) {
    try {
      return Option.some(ZoneId.of(name.strip()));
    } catch (DateTimeException e) {
      return Option.none();
    }
  }

  private static String noZone(String name) {
    return "there is no time zone '"
        + name
        + "'"
        + NearMiss.of(name, List.ofAll(ZoneId.getAvailableZoneIds()).sorted())
            .map(near -> "; did you mean " + near + "?")
            .getOrElse("; one is e.g. Europe/Berlin, America/New_York, UTC or +01:00");
  }

  /** Throws {@link IllegalArgumentException} for what is no pattern. */
  static DateTimeFormatter formatter(String pattern) {
    return new DateTimeFormatterBuilder()
        .parseCaseInsensitive()
        .appendPattern(TimePattern.strict(pattern))
        .toFormatter(Locale.ENGLISH)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The formatter does not travel. */
  private Object readResolve() {
    return new TimeStyle(pattern, zone);
  }

  /** The zone of times that name none, if one is said. */
  public Option<ZoneId> zone() {
    return zone;
  }

  /** The pattern; empty for ISO 8601. */
  public String pattern() {
    return pattern;
  }

  /** What a cell is read as. */
  public sealed interface Reading {
    /**
     * A time.
     *
     * @param text in ISO 8601
     * @param repeated it happened twice, when clocks were put back; the first one is meant
     */
    record Time(String text, boolean repeated) implements Reading {}

    /**
     * A time of this style that clocks in its zone passed over.
     *
     * @param text the cell, with the zone's name after it
     */
    record PassedOver(String text) implements Reading {}

    /**
     * Not a time of this style.
     *
     * @param text the cell
     */
    record Unread(String text) implements Reading {}

    /** For a time in ISO 8601, else for what stands in its place. */
    String text();
  }

  /** Reads a cell, whose ends are {@link CellText#clean clean}. */
  public Reading read(String cell) {
    if (formatter.isEmpty()) {
      return new Reading.Time(cell, false);
    }
    try {
      return time(
          cell,
          formatter
              .get()
              .parseBest(cell, ZonedDateTime::from, LocalDateTime::from, LocalDate::from));
    } catch (DateTimeException e) {
      // A time of ISO 8601 that names its own zone needs none of ours.
      return pattern.isEmpty() ? new Reading.Time(cell, false) : new Reading.Unread(cell);
    }
  }

  private Reading time(String cell, TemporalAccessor parsed) {
    if (parsed instanceof ZonedDateTime at) {
      return new Reading.Time(at.toInstant().toString(), false);
    }
    if (parsed instanceof LocalDate day && zone.isEmpty()) {
      return new Reading.Time(day.toString(), false);
    }
    LocalDateTime local =
        parsed instanceof LocalDateTime l ? l : ((LocalDate) parsed).atStartOfDay();
    if (zone.isEmpty()) {
      return new Reading.Time(DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(local), false);
    }
    java.util.List<ZoneOffset> offsets = zone.get().getRules().getValidOffsets(local);
    return offsets.isEmpty()
        ? new Reading.PassedOver(cell + " " + zone.get())
        : new Reading.Time(local.toInstant(offsets.get(0)).toString(), offsets.size() > 1);
  }

  /** The same with day and month in each other's place; none where that makes no other pattern. */
  public Option<TimeStyle> swapped() {
    return TimePattern.swapped(pattern).map(other -> new TimeStyle(other, zone));
  }
}
