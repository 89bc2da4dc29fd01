package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** The discount is not below 0. */
final class DiscountNegative extends NamedRule {
  private static final long serialVersionUID = 1;

  DiscountNegative() {
    super("discount_negative", 1, "discount is not below 0", Severity.QUARANTINE, false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal discount = facts.discount().value();
    return discount == null || (discount.signum() >= 0 && !isSigned(facts))
        ? List.of()
        : broken(
            facts,
            OptionalField.DISCOUNT.field(),
            "must be 0 or more and without a sign, not "
                + shown(facts, OptionalField.DISCOUNT.field(), discount));
  }

  /** The contract knows no {@code -0}. */
  private static boolean isSigned(OrderFacts facts) {
    return facts.recorded().get(OptionalField.DISCOUNT.field()) instanceof FieldValue.Text text
        && text.value().startsWith("-");
  }
}
