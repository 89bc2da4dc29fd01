package io.orderlake.adapters.console.page;

import io.orderlake.domain.text.TimeText;
import java.time.ZoneId;

/**
 * How all pages show things.
 *
 * @param zone whose hours and days Gold speaks of, in which times are shown
 * @param currency the lake's own
 * @param showsValues the bytes of records are shown; else their length alone
 */
public record ConsoleView(ZoneId zone, String currency, boolean showsValues) {
  /** Times as people read them. */
  public TimeText times() {
    return new TimeText(zone);
  }
}
