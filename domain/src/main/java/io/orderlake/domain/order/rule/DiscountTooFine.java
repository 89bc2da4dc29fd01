package io.orderlake.domain.order.rule;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** The discount has no more decimals than are stored. */
final class DiscountTooFine extends NamedRule {
  private static final long serialVersionUID = 1;

  DiscountTooFine() {
    super("discount_too_fine", 1, "discount has at most 4 decimals", Severity.QUARANTINE, false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal discount = facts.discount().value();
    return discount == null || !Amount.isTooFine(discount)
        ? List.of()
        : broken(
            facts,
            OptionalField.DISCOUNT.field(),
            "must have at most "
                + Amount.SCALE
                + " decimals, not "
                + shown(facts, OptionalField.DISCOUNT.field(), discount));
  }
}
