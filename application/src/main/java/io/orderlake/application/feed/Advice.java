package io.orderlake.application.feed;

import io.vavr.control.Option;

/** How what is found about a feed can be said of it, in messages. */
enum Advice {
  /** With options, for this feed alone. */
  OPTIONS("--time-format", "--time-zone", "currency:=EUR"),
  /** In the configuration of its source. */
  SOURCE("time:", "zone:", "currency: {constant: EUR}");

  private final String timeFormat;
  private final String timeZone;
  private final String currency;

  Advice(String timeFormat, String timeZone, String currency) {
    this.timeFormat = timeFormat;
    this.timeZone = timeZone;
    this.currency = currency;
  }

  /** What says how times are written; a pattern follows. */
  String timeFormat() {
    return timeFormat;
  }

  /** That pattern, said. */
  String timeFormat(String pattern) {
    return timeFormat + " '" + pattern + "'";
  }

  /** What says which zone times are in that name none. */
  String timeZone() {
    return timeZone;
  }

  /**
   * A sentence on a number that has a currency's sign; none when it has not.
   *
   * @param number the field and the place
   */
  Option<String> currencySign(String number, String cell) {
    return Option.when(
        cell.chars().anyMatch(c -> Character.getType(c) == Character.CURRENCY_SYMBOL),
        () ->
            "%s is %s: numbers are written without a currency sign; the currency is mapped beside them, e.g. %s"
                .formatted(number, cell, currency));
  }
}
