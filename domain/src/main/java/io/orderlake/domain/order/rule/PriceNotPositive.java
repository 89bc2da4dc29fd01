package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** The unit price is above 0. */
final class PriceNotPositive extends NamedRule {
  private static final long serialVersionUID = 1;

  PriceNotPositive() {
    super("price_not_positive", 1, "unit price is above 0", Severity.QUARANTINE, false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal price = facts.unitPrice().value();
    return price == null || price.signum() > 0
        ? List.of()
        : broken(
            facts,
            OrderFields.UNIT_PRICE,
            "must be above 0, not " + shown(facts, OrderFields.UNIT_PRICE, price));
  }
}
