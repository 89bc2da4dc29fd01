package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.Fact;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Standardising;
import io.orderlake.domain.order.Violation;
import java.util.ArrayList;
import java.util.List;

/** Names and ids are more than white space. */
final class TextBlank extends NamedRule {
  private static final long serialVersionUID = 1;

  TextBlank() {
    super(
        "text_blank",
        1,
        "event, order and customer id, product and city are more than white space",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    if (!isBlank(facts.eventId())
        && !isBlank(facts.orderId())
        && !isBlank(facts.product())
        && !isBlank(facts.city())
        && !isBlank(facts.customerId())) {
      return List.of();
    }
    List<Violation> blank = new ArrayList<>();
    check(facts, OrderFields.EVENT_ID, facts.eventId(), blank);
    check(facts, OrderFields.ORDER_ID, facts.orderId(), blank);
    check(facts, OrderFields.PRODUCT, facts.product(), blank);
    check(facts, OrderFields.CITY, facts.city(), blank);
    check(facts, OrderFields.CUSTOMER_ID, facts.customerId(), blank);
    return blank;
  }

  private static void check(
      OrderFacts facts, String field, Fact<String> fact, List<Violation> blank) {
    if (isBlank(fact)) {
      blank.add(violation(facts, field, "is blank"));
    }
  }

  private static boolean isBlank(Fact<String> fact) {
    String text = fact.value();
    return text != null && Standardising.isBlank(text);
  }
}
