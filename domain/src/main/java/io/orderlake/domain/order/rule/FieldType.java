package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.Fact;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderFields;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.ArrayList;
import java.util.List;

/** Every field has the type that the contract gives it. */
final class FieldType extends NamedRule {
  private static final long serialVersionUID = 1;

  FieldType() {
    super(
        "field_type",
        1,
        "every field has the type that the contract gives it",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    if (facts.isComplete() && facts.totalAmount().problem() == null && areOptionalOnesRead(facts)) {
      return List.of();
    }
    List<Violation> wrong = new ArrayList<>();
    RequiredFields.forEach(facts, (field, fact) -> check(facts, field, fact, wrong));
    check(facts, OrderFields.TOTAL_AMOUNT, facts.totalAmount(), wrong);
    for (OptionalField field : OptionalField.ALL) {
      check(facts, field.field(), facts.optional(field), wrong);
    }
    return wrong;
  }

  private static boolean areOptionalOnesRead(OrderFacts facts) {
    for (OptionalField field : OptionalField.ALL) {
      if (facts.optional(field).problem() != null) {
        return false;
      }
    }
    return true;
  }

  private static void check(OrderFacts facts, String field, Fact<?> fact, List<Violation> wrong) {
    String problem = fact.problem();
    if (problem != null) {
      wrong.add(violation(facts, field, problem));
    }
  }
}
