package io.orderlake.adapters.console.flow;

import io.orderlake.adapters.console.reading.Readings;
import io.orderlake.domain.alert.Limits;
import io.vavr.control.Option;

/** Whether published Gold is fresh: by the limits of the alerts on it. */
enum Freshness {
  OK("good", "fresh"),
  LATE("late", "late"),
  STALE("bad", "stale"),
  UNKNOWN("quiet", "not known");

  private static final String FAMILY = "orderlake_gold_freshness_seconds";

  private final String style;
  private final String word;

  Freshness(String style, String word) {
    this.style = style;
    this.word = word;
  }

  /** A class of the style. */
  String style() {
    return style;
  }

  String word() {
    return word;
  }

  /** The age of the oldest acknowledged record that published Gold does not count. */
  static Option<Double> seconds(Readings readings) {
    return readings.value(FAMILY);
  }

  static Freshness of(Readings readings) {
    return seconds(readings).map(Freshness::of).getOrElse(UNKNOWN);
  }

  private static Freshness of(double seconds) {
    if (seconds <= Limits.STALE.toSeconds()) {
      return OK;
    }
    return seconds <= Limits.VERY_STALE.toSeconds() ? LATE : STALE;
  }
}
