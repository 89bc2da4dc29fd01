package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.ArrayList;
import java.util.List;

/** Every required field is there and not null. */
final class FieldMissing extends NamedRule {
  private static final long serialVersionUID = 1;

  FieldMissing() {
    super(
        "field_missing",
        1,
        "every required field is there and not null",
        Severity.QUARANTINE,
        false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    if (facts.isComplete()) {
      return List.of();
    }
    List<Violation> missing = new ArrayList<>();
    RequiredFields.forEach(
        facts,
        (field, fact) -> {
          if (fact.isMissing()) {
            missing.add(violation(facts, field, "is missing"));
          }
        });
    return missing;
  }
}
