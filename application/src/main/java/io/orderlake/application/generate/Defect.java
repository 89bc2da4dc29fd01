package io.orderlake.application.generate;

import io.orderlake.domain.order.RuleSettings;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;

/**
 * A way to spoil the fields of a valid order so that it breaks one rule.
 *
 * @param code the rule's code
 * @param fields what it looks at or changes; two defects with no field in common can be combined
 * @param sinceVersion the first version of the contract in which it breaks the rule
 * @param spoil changes the draft
 */
record Defect(String code, Set<String> fields, int sinceVersion, Spoil spoil) {
  /** Changes a valid draft. */
  interface Spoil {
    void accept(OrderDraft draft, RuleSettings rules);
  }

  static Defect of(String code, String field, Spoil spoil) {
    return new Defect(code, HashSet.of(field), 1, spoil);
  }

  static Defect of(String code, Set<String> fields, Spoil spoil) {
    return new Defect(code, fields, 1, spoil);
  }

  Defect since(int version) {
    return new Defect(code, fields, version, spoil);
  }

  boolean combinesWith(Defect other) {
    return fields.intersect(other.fields).isEmpty();
  }
}
