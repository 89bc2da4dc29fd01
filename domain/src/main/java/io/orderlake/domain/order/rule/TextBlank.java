package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.Fact;
import io.orderlake.domain.order.Normalisation;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
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
        "ids, product, city and every optional text are more than white space",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    if (!isBlank(facts.eventId())
        && !isBlank(facts.orderId())
        && !isBlank(facts.product())
        && !isBlank(facts.city())
        && !isAnyOptionalBlank(facts)) {
      return List.of();
    }
    List<Violation> blank = new ArrayList<>();
    check(facts, OrderFields.EVENT_ID, facts.eventId(), blank);
    check(facts, OrderFields.ORDER_ID, facts.orderId(), blank);
    check(facts, OrderFields.PRODUCT, facts.product(), blank);
    check(facts, OrderFields.CITY, facts.city(), blank);
    for (OptionalField field : OptionalField.ALL) {
      check(facts, field.field(), facts.optional(field), blank);
    }
    return blank;
  }

  private static void check(OrderFacts facts, String field, Fact<?> fact, List<Violation> blank) {
    if (isBlank(fact)) {
      blank.add(violation(facts, field, "is blank"));
    }
  }

  private static boolean isAnyOptionalBlank(OrderFacts facts) {
    for (OptionalField field : OptionalField.ALL) {
      if (isBlank(facts.optional(field))) {
        return true;
      }
    }
    return false;
  }

  private static boolean isBlank(Fact<?> fact) {
    return fact.value() instanceof String text && Normalisation.isBlank(text);
  }
}
