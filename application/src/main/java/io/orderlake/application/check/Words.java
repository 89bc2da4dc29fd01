package io.orderlake.application.check;

import java.time.Duration;
import java.util.Locale;

/** Values as a sentence has them. */
final class Words {
  private Words() {}

  static String ago(Duration age) {
    return time(age) + " ago";
  }

  /** In the largest unit of which there are two or more. */
  static String time(Duration time) {
    if (time.toDays() > 1) {
      return time.toDays() + " days";
    }
    if (time.toHours() > 1) {
      return time.toHours() + " hours";
    }
    return time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " s";
  }

  static String number(double value) {
    return String.format(Locale.ROOT, "%,.0f", value);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }
}
