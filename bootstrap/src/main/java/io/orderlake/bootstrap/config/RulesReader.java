package io.orderlake.bootstrap.config;

import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.silver.RuleSettingsCheck;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.TreeSet;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;

/**
 * Reads what configuration may change about the rules. Each setting is put to the domain's check on
 * its own, so that a problem can be told with the place where the setting was made.
 */
final class RulesReader {
  private final Values values;
  private final SourceFiles files;

  /**
   * Reads nothing yet.
   *
   * @param files those that settings name
   */
  RulesReader(Values values, SourceFiles files) {
    this.values = values;
    this.files = files;
  }

  /** The settings; where one was wrong, its problem is noted and the default stands in. */
  RuleSettings read() {
    RuleSettings rules = RuleSettings.DEFAULTS;
    rules = checked(Settings.CURRENCY, rules, RuleSettings::withCurrency);
    rules = checked(Settings.CURRENCIES, rules, this::withCurrencies);
    rules = checked(Settings.MAX_QUANTITY, rules, RulesReader::withMaxQuantity);
    rules = checked(Settings.MAX_UNIT_PRICE, rules, RulesReader::withMaxUnitPrice);
    rules = checked(Settings.FUTURE_TOLERANCE, rules, RulesReader::withFutureTolerance);
    for (Tuple2<String, String> setting : values.family(Settings.SEVERITY)) {
      rules = withSeverity(rules, setting._1, setting._2);
    }
    return rules.withRates(new RatesReader(values, files).read());
  }

  private RuleSettings withCurrencies(RuleSettings rules, List<String> listed) {
    String own =
        values.isSaid(Settings.CURRENCY)
            ? rules.currency()
            : listed.headOption().getOrElse(rules.currency());
    return rules.withCurrencies(new Currencies(own, TreeSet.ofAll(listed)));
  }

  private interface Change<T> {
    RuleSettings apply(RuleSettings rules, T value);
  }

  private <T> RuleSettings checked(Setting<T> setting, RuleSettings rules, Change<T> change) {
    T value = values.of(setting);
    RuleSettingsCheck.problems(change.apply(RuleSettings.DEFAULTS, value))
        .forEach(sentence -> values.problem(setting.key(), setting.key() + ": " + sentence));
    return change.apply(rules, value);
  }

  private RuleSettings withSeverity(RuleSettings rules, String code, String text) {
    String key = Settings.SEVERITY.prefix() + code;
    Severity severity;
    try {
      severity = Severity.valueOf(text.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      values.problem(
          key, key + " '" + text + "' is not a severity; expected WARN, QUARANTINE or FAIL");
      return rules;
    }
    RuleSettingsCheck.problems(RuleSettings.DEFAULTS.withSeverity(code, severity))
        .forEach(sentence -> values.problem(key, key + ": " + sentence));
    return rules.withSeverity(code, severity);
  }

  private static RuleSettings withMaxQuantity(RuleSettings r, Integer maxQuantity) {
    return new RuleSettings(
        r.currencies(),
        maxQuantity,
        r.maxUnitPrice(),
        r.futureTolerance(),
        r.severities(),
        r.rates());
  }

  private static RuleSettings withMaxUnitPrice(RuleSettings r, BigDecimal maxUnitPrice) {
    return new RuleSettings(
        r.currencies(),
        r.maxQuantity(),
        maxUnitPrice,
        r.futureTolerance(),
        r.severities(),
        r.rates());
  }

  private static RuleSettings withFutureTolerance(RuleSettings r, Duration tolerance) {
    return new RuleSettings(
        r.currencies(), r.maxQuantity(), r.maxUnitPrice(), tolerance, r.severities(), r.rates());
  }
}
