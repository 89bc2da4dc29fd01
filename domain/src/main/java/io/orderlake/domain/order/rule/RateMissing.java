package io.orderlake.domain.order.rule;

import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.EventTime;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.time.LocalDate;
import java.util.List;

/** Where rates are configured, one holds for the currency on the event's day. */
final class RateMissing extends NamedRule {
  private static final long serialVersionUID = 1;

  RateMissing() {
    super(
        "rate_missing",
        1,
        "where rates are configured, one holds for the currency on the day of the event, in UTC",
        Severity.QUARANTINE,
        true);
  }

  @Override
  public boolean applies(RuleSettings settings) {
    return settings.rates().isDefined();
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    Rates rates = settings.rates().getOrNull();
    String currency = facts.currency().value();
    EventTime time = facts.eventTime().getOrNull();
    if (rates == null
        || currency == null
        || time == null
        || !settings.currencies().holds(currency)) {
      return List.of();
    }
    LocalDate day = Rates.dayOf(time.instant());
    return rates.at(currency, day) != null
        ? List.of()
        : broken(facts, OrderFields.CURRENCY, problem(rates, currency, day));
  }

  private static String problem(Rates rates, String currency, LocalDate day) {
    LocalDate newest = rates.newestUpTo(currency, day);
    return shown(currency)
        + " has no rate to "
        + rates.to()
        + " on "
        + day
        + ": "
        + (newest == null
            ? "there is none of that day or before"
            : "the newest one before is of " + newest + ", and a rate holds " + days(rates));
  }

  private static String days(Rates rates) {
    return rates.carryDays() == 1 ? "1 day" : rates.carryDays() + " days";
  }
}
