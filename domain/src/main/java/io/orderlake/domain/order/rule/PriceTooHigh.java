package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** The unit price is at most the limit. */
final class PriceTooHigh extends NamedRule {
  private static final long serialVersionUID = 1;

  PriceTooHigh() {
    super(
        "price_too_high",
        1,
        "unit price is at most the configured limit",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal price = facts.unitPrice().value();
    return price == null || price.compareTo(settings.maxUnitPrice()) <= 0
        ? List.of()
        : broken(
            facts,
            OrderFields.UNIT_PRICE,
            "must be at most "
                + settings.maxUnitPrice().toPlainString()
                + ", not "
                + shown(facts, OrderFields.UNIT_PRICE, price));
  }
}
