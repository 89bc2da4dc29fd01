package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Shown;
import io.orderlake.domain.order.Violation;
import java.math.BigDecimal;
import java.util.List;

/** A total that the producer sends equals quantity times unit price, less the discount. */
final class TotalMismatch extends NamedRule {
  private static final long serialVersionUID = 1;

  TotalMismatch() {
    super(
        "total_mismatch",
        1,
        "a total that the producer sends equals quantity times unit price, less the discount",
        Severity.QUARANTINE,
        true);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    BigDecimal claimed = facts.totalAmount().value();
    BigDecimal amount = claimed == null ? null : facts.amount();
    if (claimed == null || amount == null || facts.discount().problem() != null) {
      return List.of();
    }
    BigDecimal discount = facts.discount().value();
    BigDecimal total = discount == null ? amount : amount.subtract(discount);
    return total.compareTo(claimed) == 0
        ? List.of()
        : broken(
            facts,
            OrderFields.TOTAL_AMOUNT,
            "is "
                + shown(facts, OrderFields.TOTAL_AMOUNT, claimed)
                + " but quantity times price"
                + (discount == null ? "" : " less discount")
                + " is "
                + Shown.number(total));
  }
}
