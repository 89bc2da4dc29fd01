package io.orderlake.domain.silver;

import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.vavr.Tuple2;
import io.vavr.collection.List;

/** Says what is wrong with rule settings, all of it at once. */
public final class RuleSettingsCheck {
  private RuleSettingsCheck() {}

  /** A sentence per problem; empty when the settings can be had. */
  public static List<String> problems(RuleSettings settings) {
    return settings
        .currencies()
        .all()
        .flatMap(Currencies::problem)
        .appendAll(
            when(
                settings.maxQuantity() < 1 || settings.maxQuantity() > RuleSettings.QUANTITY_CAP,
                "the largest quantity must be from 1 to "
                    + RuleSettings.QUANTITY_CAP
                    + ", not "
                    + settings.maxQuantity()))
        .appendAll(
            when(
                settings.maxUnitPrice().signum() <= 0
                    || settings.maxUnitPrice().compareTo(RuleSettings.UNIT_PRICE_CAP) > 0,
                "the largest unit price must be above 0 and at most "
                    + RuleSettings.UNIT_PRICE_CAP.toPlainString()
                    + ", not "
                    + settings.maxUnitPrice()))
        .appendAll(
            when(
                settings.futureTolerance().isNegative(),
                "the tolerance for future event times must not be negative: "
                    + settings.futureTolerance()))
        .appendAll(settings.rates().toList().flatMap(RuleSettingsCheck::ofRates))
        .appendAll(settings.severities().toList().flatMap(RuleSettingsCheck::ofSeverity));
  }

  private static List<String> ofRates(Rates rates) {
    return Currencies.problem(rates.to())
        .map(problem -> "what rates convert to: " + problem)
        .toList()
        .appendAll(
            when(
                rates.carryDays() < 0 || rates.carryDays() > Rates.LONGEST_CARRY,
                "a rate must hold from 0 to "
                    + Rates.LONGEST_CARRY
                    + " days, not "
                    + rates.carryDays()))
        .appendAll(
            when(
                rates.currencies().contains(rates.to()),
                "there must be no rate of " + rates.to() + ", which is converted to"))
        .appendAll(when(rates.currencies().isEmpty(), "there must be at least one rate"));
  }

  private static List<String> ofSeverity(Tuple2<String, Severity> setting) {
    String code = setting._1;
    return when(
            !OrderRules.codes().contains(code),
            "there is no rule '" + code + "'; the rules are " + OrderRules.codes().mkString(", "))
        .appendAll(
            when(
                OrderRules.codes().contains(code)
                    && setting._2 == Severity.WARN
                    && !OrderRules.codesThatMayWarn().contains(code),
                "rule '"
                    + code
                    + "' cannot be WARN, because a record that breaks it cannot become a Silver"
                    + " row; WARN is for "
                    + OrderRules.codesThatMayWarn().mkString(", ")));
  }

  private static List<String> when(boolean broken, String sentence) {
    return broken ? List.of(sentence) : List.empty();
  }
}
