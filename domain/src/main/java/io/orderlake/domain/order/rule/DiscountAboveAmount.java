package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Shown;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/**
 * The discount is at most what is paid without it. Where that is not above 0, quantity or price is
 * at fault, and their rules say so.
 */
final class DiscountAboveAmount extends NamedRule {
  private static final long serialVersionUID = 1;

  DiscountAboveAmount() {
    super(
        "discount_above_amount",
        1,
        "discount is at most quantity times unit price",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal discount = facts.discount().value();
    BigDecimal amount = discount == null ? null : facts.amount();
    return discount == null
            || amount == null
            || amount.signum() <= 0
            || discount.compareTo(amount) <= 0
        ? List.of()
        : broken(
            facts,
            OptionalField.DISCOUNT.field(),
            "is "
                + shown(facts, OptionalField.DISCOUNT.field(), discount)
                + " but quantity times price is "
                + Shown.number(amount));
  }
}
