package io.orderlake.adapters.console.reading;

import io.orderlake.answers.text.Numbers;
import io.vavr.control.Option;
import java.time.Duration;
import java.util.Locale;

/** Readings as people see them; a dash for what could not be read. */
public final class Shown {
  private static final String UNREAD = "–";
  private static final long KIB = 1024;

  private Shown() {}

  /** A whole number. */
  public static String count(Option<Double> value) {
    return value.map(number -> Numbers.count(Math.round(number))).getOrElse(UNREAD);
  }

  /** A number in a second. */
  public static String rate(Option<Double> perSecond) {
    return perSecond
        .map(rate -> String.format(Locale.ROOT, rate < 10 ? "%.1f/s" : "%,.0f/s", rate))
        .getOrElse(UNREAD);
  }

  /** A length of time in seconds. */
  public static String seconds(Option<Double> seconds) {
    return seconds.map(Shown::seconds).getOrElse(UNREAD);
  }

  private static String seconds(double seconds) {
    if (seconds < 100) {
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
    Duration whole = Duration.ofSeconds(Math.round(seconds));
    if (whole.toHours() < 2) {
      return whole.toMinutes() + " min " + whole.toSecondsPart() + " s";
    }
    return whole.toDays() < 2
        ? whole.toHours() + " h " + whole.toMinutesPart() + " min"
        : whole.toDays() + " d " + whole.toHoursPart() + " h";
  }

  /** Bytes, in the largest unit of which there is one. */
  public static String bytes(Option<Double> bytes) {
    return bytes.map(Shown::bytes).getOrElse(UNREAD);
  }

  private static String bytes(double bytes) {
    String[] units = {"B", "KiB", "MiB", "GiB", "TiB"};
    double value = bytes;
    int unit = 0;
    while (value >= KIB && unit < units.length - 1) {
      value /= KIB;
      unit++;
    }
    return String.format(Locale.ROOT, unit == 0 ? "%.0f %s" : "%.1f %s", value, units[unit]);
  }
}
