package io.orderlake.application.feed;

import io.orderlake.domain.notation.TimePattern;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.EventTime;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a table's times show about how it writes them. */
final class TimeFindings {
  private static final int SAMPLES = 500;

  private final TimeStyle style;
  private final Advice advice;
  private final Option<TimeStyle> swapped;
  private final Set<String> unreadCells = new LinkedHashSet<>();
  private long seen;
  private long unread;
  private long passedOver;
  private long repeated;
  private long otherwise;
  private long withoutZone;
  private @Nullable String first;
  private @Nullable String firstUnread;
  private @Nullable String firstPassedOver;
  private @Nullable String firstRepeated;

  TimeFindings(TimeStyle style, Advice advice) {
    this.style = style;
    this.advice = advice;
    this.swapped = style.swapped();
  }

  /**
   * Takes a time into account.
   *
   * @param typed it is one by its type, and so in ISO 8601 whatever the style
   */
  void see(String place, String cell, boolean typed) {
    if (typed && !style.pattern().isEmpty()) {
      return;
    }
    seen++;
    if (first == null) {
      first = place + ": " + cell;
    }
    TimeStyle.Reading reading = style.read(cell);
    if (!fits(style, reading)) {
      if (unread++ == 0) {
        firstUnread = place + ": " + cell;
      }
      if (unreadCells.size() < SAMPLES) {
        unreadCells.add(cell);
      }
    } else if (reading instanceof TimeStyle.Reading.Time time) {
      if (time.repeated() && repeated++ == 0) {
        firstRepeated = place + ": " + cell;
      }
      withoutZone += EventTime.parse(time.text()).exists(read -> !read.zoned()) ? 1 : 0;
    } else if (passedOver++ == 0) {
      firstPassedOver = place + ": " + cell;
    }
    otherwise += swapped.exists(other -> fits(other, other.read(cell))) ? 1 : 0;
  }

  /** Also true of a time that clocks passed over, and of one in a year that no order can be of. */
  private static boolean fits(TimeStyle style, TimeStyle.Reading reading) {
    return reading instanceof TimeStyle.Reading.PassedOver
        || (reading instanceof TimeStyle.Reading.Time time
            && (!style.pattern().isEmpty() || EventTime.isWritten(time.text())));
  }

  /** Times that are wrong in the order of day and month that was said, and right in the other. */
  Option<String> doubt() {
    return swapped
        .filter(other -> unread > 0 && otherwise == seen)
        .map(
            other ->
                "%s (%s), and all of them are as '%s': say %s"
                    .formatted(
                        none(), firstUnread, other.pattern(), advice.timeFormat(other.pattern())));
  }

  /** What may help those that are no times, or none that clocks showed. */
  List<String> hints() {
    return unreadHint()
        .toList()
        .appendAll(
            Option.when(
                passedOver > 0,
                () ->
                    "%s in %s, which were put forward past %s (%s)"
                        .formatted(
                            times(passedOver)
                                + (passedOver == 1 ? " was" : " were")
                                + " never shown by clocks",
                            style.zone().get(),
                            passedOver == 1 ? "it" : "them",
                            firstPassedOver)));
  }

  private Option<String> unreadHint() {
    boolean times = unread == seen || unreadCells.stream().anyMatch(TimeFindings::hasDigits);
    if (unread == 0 || !times) {
      return Option.none();
    }
    if (!style.pattern().isEmpty()) {
      return Option.some(none() + ", the first in " + firstUnread);
    }
    List<String> patterns =
        TimePattern.of(unreadCells.stream().filter(TimeFindings::hasDigits).toList());
    String say =
        patterns.isEmpty()
            ? "say how it is written with "
                + advice.timeFormat()
                + ", e.g. 'd.M.yyyy H:mm' or 'M/d/yy h:mm a'"
            : "say "
                + patterns
                    .take(2)
                    .map(pattern -> advice.timeFormat(pattern) + order(pattern, patterns))
                    .mkString(" or ");
    return Option.some(
        "event_time is not written in ISO 8601 ("
            + firstUnread
            + "); "
            + say
            + ", and the zone with "
            + advice.timeZone()
            + ", e.g. Europe/Berlin");
  }

  private String none() {
    return "%s of %s %s none as '%s'"
        .formatted(unread, times(seen), unread == 1 ? "is" : "are", style.pattern());
  }

  private static String times(long count) {
    return count + (count == 1 ? " time" : " times");
  }

  private static String order(String pattern, List<String> patterns) {
    return patterns.size() < 2
        ? ""
        : pattern.indexOf('M') < pattern.indexOf('d') ? " (the month first)" : " (the day first)";
  }

  private static boolean hasDigits(String cell) {
    return cell.chars().filter(c -> c >= '0' && c <= '9').count() > 2;
  }

  List<String> notes() {
    return swapped
        .filter(other -> unread == 0 && seen > 0 && otherwise == seen)
        .map(
            other ->
                "every time could also be read as '%s'; it is read as '%s' (%s)"
                    .formatted(other.pattern(), style.pattern(), first))
        .toList()
        .appendAll(
            Option.when(
                repeated > 0,
                () ->
                    times(repeated)
                        + " happened twice, when clocks were put back ("
                        + firstRepeated
                        + "); the first time is meant"))
        .appendAll(
            Option.when(
                withoutZone > 0,
                () ->
                    times(withoutZone)
                        + (withoutZone == 1
                            ? " names no zone and is taken as UTC; "
                            : " name no zone and are taken as UTC; ")
                        + advice.timeZone()
                        + " says which zone is meant"));
  }
}
