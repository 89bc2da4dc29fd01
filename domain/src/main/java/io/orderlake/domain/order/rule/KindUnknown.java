package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.Normalisation;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.List;

/** The kind, where it is named, is one that there is. That it is blank is found by its own rule. */
final class KindUnknown extends NamedRule {
  private static final long serialVersionUID = 1;

  KindUnknown() {
    super("kind_unknown", 1, "kind is sale or refund", Severity.QUARANTINE, false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    String kind = facts.kind().value();
    return kind == null || OrderKind.WORDS.contains(kind) || Normalisation.isBlank(kind)
        ? List.of()
        : broken(
            facts,
            OptionalField.KIND.field(),
            "must be " + String.join(" or ", OrderKind.WORDS) + ", not " + shown(kind));
  }
}
