package io.orderlake.domain.order;

import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.Rates;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * What configuration may change about the rules. Part of the rule-set version: other settings,
 * other version.
 *
 * @param currencies those that events may be in
 * @param maxQuantity the largest quantity of one event, 1 to {@value #QUANTITY_CAP}
 * @param maxUnitPrice the largest unit price, above 0 and up to 10^12
 * @param futureTolerance how much later than its Kafka timestamp an event may claim to be
 * @param severities by rule code, where it differs from the rule's own
 * @param rates by which totals are converted to one currency; none where none is
 */
public record RuleSettings(
    Currencies currencies,
    long maxQuantity,
    BigDecimal maxUnitPrice,
    Duration futureTolerance,
    SortedMap<String, Severity> severities,
    Option<Rates> rates)
    implements Serializable {

  /** Above this, quantity times price could outgrow the stored total. */
  public static final long QUANTITY_CAP = 10_000_000;

  public static final BigDecimal UNIT_PRICE_CAP = BigDecimal.TEN.pow(12);

  public static final RuleSettings DEFAULTS =
      new RuleSettings(
          Currencies.of("USD"),
          1_000_000,
          BigDecimal.valueOf(1_000_000),
          Duration.ofMinutes(5),
          TreeMap.empty());

  /** Where nothing is converted. */
  public RuleSettings(
      Currencies currencies,
      long maxQuantity,
      BigDecimal maxUnitPrice,
      Duration futureTolerance,
      SortedMap<String, Severity> severities) {
    this(currencies, maxQuantity, maxUnitPrice, futureTolerance, severities, Option.none());
  }

  /** The lake's own currency: that of events that name none. */
  public String currency() {
    return currencies.own();
  }

  /** The same, the lake's own currency being another one. */
  public RuleSettings withCurrency(String other) {
    return withCurrencies(currencies.withOwn(other));
  }

  public RuleSettings withCurrencies(Currencies other) {
    return new RuleSettings(other, maxQuantity, maxUnitPrice, futureTolerance, severities, rates);
  }

  public RuleSettings withMaxQuantity(long quantity) {
    return new RuleSettings(currencies, quantity, maxUnitPrice, futureTolerance, severities, rates);
  }

  public RuleSettings withSeverity(String code, Severity severity) {
    return new RuleSettings(
        currencies,
        maxQuantity,
        maxUnitPrice,
        futureTolerance,
        severities.put(code, severity),
        rates);
  }

  /** The same with totals converted by those rates, or not at all. */
  public RuleSettings withRates(Option<Rates> other) {
    return new RuleSettings(
        currencies, maxQuantity, maxUnitPrice, futureTolerance, severities, other);
  }

  /** What breaking the rule leads to. */
  public Severity severityOf(OrderRule rule) {
    return severityOf(rule.code(), rule.severity());
  }

  /**
   * What breaking the rule of that code leads to.
   *
   * @param unlessSet what it leads to unless configuration says otherwise
   */
  public Severity severityOf(String code, Severity unlessSet) {
    return severities.getOrElse(code, unlessSet);
  }
}
