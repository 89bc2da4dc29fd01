package io.orderlake.domain.order.rule;

import io.orderlake.domain.order.Normalisation;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.Violation;
import java.util.List;

/** The kind, where it is named, is one that there is. That it is blank is found by its own rule. */
final class KindUnknown extends NamedRule {
  private static final long serialVersionUID = 1;

  KindUnknown() {
    super("kind_unknown", 1, "kind is one that the version has", Severity.QUARANTINE, false);
  }

  @Override
  public List<Violation> check(OrderFacts facts, RuleSettings settings) {
    String kind = facts.kind().value();
    if (kind == null || Normalisation.isBlank(kind)) {
      return List.of();
    }
    List<String> words =
        OrderKind.words(SchemaVersions.of(facts.recorded()).getOrElse(SchemaVersions.CURRENT));
    return words.contains(kind)
        ? List.of()
        : broken(
            facts, OptionalField.KIND.field(), "must be " + either(words) + ", not " + shown(kind));
  }

  /** E.g. {@code one, two or three}. */
  private static String either(List<String> words) {
    int last = words.size() - 1;
    return String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }
}
