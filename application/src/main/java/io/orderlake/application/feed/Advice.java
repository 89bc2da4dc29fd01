package io.orderlake.application.feed;

import io.vavr.control.Option;

/** How what is found about a feed can be said of it, in messages. */
enum Advice {
  /** With options, for this feed alone. */
  OPTIONS(
      "--time-format",
      "--time-zone",
      "currency:=EUR",
      "the mapping of a source says so with negative: refund, which --source NAME takes"),
  /** In the configuration of its source. */
  SOURCE(
      "time:", "zone:", "currency: {constant: EUR}", "negative: refund beside the place says so");

  private final String timeFormat;
  private final String timeZone;
  private final String currency;
  private final String refund;

  Advice(String timeFormat, String timeZone, String currency, String refund) {
    this.timeFormat = timeFormat;
    this.timeZone = timeZone;
    this.currency = currency;
    this.refund = refund;
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
   * A sentence on a quantity that is below 0; none when it is not.
   *
   * @param place of the quantity
   */
  Option<String> refund(String place, String quantity) {
    return Option.when(
        quantity.startsWith("-") && quantity.matches("-\\s*[0-9].*"),
        () ->
            "quantity of %s is %s: where that is a refund, %s (docs/refunds-and-currencies.md)"
                .formatted(place, quantity, refund));
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
