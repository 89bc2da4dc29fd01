package io.orderlake.domain.notation;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is often wrong with a pattern for times, and what patterns cells may be written in. */
public final class TimePattern {
  private static final Pattern QUOTED = Pattern.compile("'[^']*'");
  private static final Pattern DAY_AND_MONTH =
      Pattern.compile("(?<![Md])(M{1,2}|d{1,2})([^A-Za-z]+)(M{1,2}|d{1,2})(?![Md])");
  private static final Pattern MINUTES = Pattern.compile("m+");

  private static final List<String> DATES =
      List.of(
          "M/d/yy",
          "d/M/yy",
          "M/d/yyyy",
          "d/M/yyyy",
          "d.M.yyyy",
          "d.M.yy",
          "M-d-yyyy",
          "d-M-yyyy",
          "yyyy/M/d",
          "yyyy.M.d",
          "yyyyMMdd",
          "d MMM yyyy",
          "d-MMM-yyyy",
          "d-MMM-yy",
          "MMM d, yyyy",
          "MMMM d, yyyy",
          "d MMMM yyyy");
  private static final List<String> TIMES =
      List.of("", " H:mm", " H:mm:ss", " h:mm a", " h:mm:ss a", ", H:mm", ", h:mm a");

  private TimePattern() {}

  /** Everything that is wrong with it; empty when it is one. */
  static List<String> problems(String pattern) {
    String letters = QUOTED.matcher(pattern).replaceAll("");
    List<String> problems = List.empty();
    if (letters.contains("D")) {
      problems = problems.append("D is the day of the year, the day of the month is d");
    }
    if (letters.contains("Y")) {
      problems = problems.append("Y is the year of a calendar of weeks, the year is y");
    }
    long minutes = MINUTES.matcher(letters).results().count();
    if (!has(letters, "ML") && minutes > (has(letters, "Hh") ? 1 : 0)) {
      problems = problems.append("m is the minute, the month is M");
    }
    if (letters.contains("h") && !letters.contains("a")) {
      problems =
          problems.append("h counts to 12 and needs AM or PM (a), the hour from 0 to 23 is H");
    }
    if (problems.isEmpty() && !(has(letters, "yu") && has(letters, "ML") && has(letters, "d"))) {
      problems = problems.append("it needs a year (y), a month (M) and a day (d)");
    }
    if (problems.isEmpty()) {
      problems = syntax(pattern);
    }
    return problems.map(problem -> "the time format '" + pattern + "' is wrong: " + problem);
  }

  private static List<String> syntax(String pattern) {
    try {
      TimeStyle.formatter(pattern);
      return List.empty();
    } catch (IllegalArgumentException e) {
      return List.of(e.getMessage() + "; a format is e.g. 'd.M.yyyy H:mm' or 'M/d/yy h:mm a'");
    }
  }

  /** With the year of no era, as strict reading wants it; quoted text stays. */
  static String strict(String pattern) {
    StringBuilder strict = new StringBuilder(pattern.length());
    boolean quoted = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      quoted ^= c == '\'';
      strict.append(c == 'y' && !quoted ? 'u' : c);
    }
    return strict.toString();
  }

  private static boolean has(String letters, String any) {
    return any.chars().anyMatch(c -> letters.indexOf(c) >= 0);
  }

  static Option<String> swapped(String pattern) {
    Matcher pair = DAY_AND_MONTH.matcher(pattern);
    return Option.when(
            pair.find() && pair.group(1).charAt(0) != pair.group(3).charAt(0),
            () ->
                pattern.substring(0, pair.start())
                    + pair.group(3)
                    + pair.group(2)
                    + pair.group(1)
                    + pattern.substring(pair.end()))
        .filter(other -> !other.equals(pattern));
  }

  /** The usual patterns that all of these cells can be read in; the likeliest first. */
  public static List<String> of(Iterable<String> cells) {
    List<String> some = List.ofAll(cells);
    if (some.isEmpty()) {
      return List.empty();
    }
    return DATES
        .flatMap(date -> TIMES.map(time -> date + time))
        .filter(pattern -> readsAll(pattern, some));
  }

  private static boolean readsAll(String pattern, List<String> cells) {
    TimeStyle style = TimeStyle.of(Option.some(pattern), Option.none()).get();
    return cells.forAll(cell -> style.read(cell) instanceof TimeStyle.Reading.Time);
  }
}
