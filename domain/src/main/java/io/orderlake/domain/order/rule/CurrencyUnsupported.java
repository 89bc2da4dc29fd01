package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.List;

/** The currency is one that the lake takes. */
final class CurrencyUnsupported extends NamedRule {
  private static final long serialVersionUID = 1;

  CurrencyUnsupported() {
    super(
        "currency_unsupported", 1, "currency is one of the lake's own", Severity.QUARANTINE, false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    String currency = facts.currency().value();
    return currency == null || settings.currencies().holds(currency)
        ? List.of()
        : broken(
            facts,
            OrderFields.CURRENCY,
            "must be " + settings.currencies().all().mkString(" or ") + ", not " + shown(currency));
  }
}
