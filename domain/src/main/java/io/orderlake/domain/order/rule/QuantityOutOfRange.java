package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** The quantity is a whole number from 1 to the limit. */
final class QuantityOutOfRange extends NamedRule {
  private static final long serialVersionUID = 1;

  QuantityOutOfRange() {
    super(
        "quantity_out_of_range",
        1,
        "quantity is a whole number from 1 to the configured limit",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal quantity = facts.quantity().value();
    if (quantity == null
        || (quantity.signum() > 0
            && quantity.compareTo(BigDecimal.valueOf(settings.maxQuantity())) <= 0
            && isWhole(quantity))) {
      return List.of();
    }
    return broken(
        facts,
        OrderFields.QUANTITY,
        "must be a whole number from 1 to "
            + settings.maxQuantity()
            + ", not "
            + shown(facts, OrderFields.QUANTITY, quantity));
  }

  private static boolean isWhole(BigDecimal quantity) {
    return quantity.scale() <= 0 || quantity.stripTrailingZeros().scale() <= 0;
  }
}
