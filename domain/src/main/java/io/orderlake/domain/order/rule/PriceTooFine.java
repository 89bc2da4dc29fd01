package io.orderlake.domain.order.rule;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** The unit price has no more decimals than are stored. */
final class PriceTooFine extends NamedRule {
  private static final long serialVersionUID = 1;

  PriceTooFine() {
    super("price_too_fine", 1, "unit price has at most 4 decimals", Severity.QUARANTINE, false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal price = facts.unitPrice().value();
    return price == null || !Amount.isTooFine(price)
        ? List.of()
        : broken(
            facts,
            OrderFields.UNIT_PRICE,
            "must have at most "
                + Amount.SCALE
                + " decimals, not "
                + shown(facts, OrderFields.UNIT_PRICE, price));
  }
}
