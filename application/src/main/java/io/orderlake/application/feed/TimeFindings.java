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
  private long repeated;
  private long otherwise;
  private long withoutZone;
  private @Nullable String first;
  private @Nullable String firstUnread;
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
    if (style.read(cell) instanceof TimeStyle.Reading.Time time
        && EventTime.parse(time.text()).isRight()) {
      if (time.repeated() && repeated++ == 0) {
        firstRepeated = place + ": " + cell;
      }
      withoutZone += EventTime.parse(time.text()).exists(EventTime::zoned) ? 0 : 1;
    } else {
      if (unread++ == 0) {
        firstUnread = place + ": " + cell;
      }
      if (unreadCells.size() < SAMPLES) {
        unreadCells.add(cell);
      }
    }
    otherwise += swapped.exists(s -> s.read(cell) instanceof TimeStyle.Reading.Time) ? 1 : 0;
  }

  /** Times that are wrong in the order of day and month that was said, and right in the other. */
  Option<String> doubt() {
    return swapped
        .filter(other -> unread > 0 && otherwise == seen)
        .map(
            other ->
                "%s of %s times are none as '%s' (%s), and all of them are as '%s': say %s"
                    .formatted(
                        unread,
                        seen,
                        style.pattern(),
                        firstUnread,
                        other.pattern(),
                        advice.timeFormat(other.pattern())));
  }

  Option<String> hint() {
    boolean times = unread == seen || unreadCells.stream().anyMatch(TimeFindings::hasDigits);
    if (unread == 0 || !times) {
      return Option.none();
    }
    if (!style.pattern().isEmpty()) {
      return Option.some(
          "%s of %s times are none as '%s', the first in %s"
              .formatted(unread, seen, style.pattern(), firstUnread));
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
                    repeated
                        + " times happened twice, when clocks were put back ("
                        + firstRepeated
                        + "); the first time is meant"))
        .appendAll(
            Option.when(
                withoutZone > 0,
                () ->
                    withoutZone
                        + " times name no zone and are taken as UTC; "
                        + advice.timeZone()
                        + " says which zone is meant"));
  }
}
