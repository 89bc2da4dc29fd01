package io.orderlake.domain.order;

import java.io.Serializable;
import java.util.List;

/**
 * A business rule as a value: facts in, verdict out, with a sentence. A rule looks only at facts
 * that are known; that a field is missing or of the wrong type is a rule of its own, so each fault
 * is named once. Stateless and serializable.
 */
public interface OrderRule extends Serializable {
  /** Stable code, in {@code snake_case}; stored with quarantined records and never reused. */
  String code();

  /**
   * Raised with every change of what the rule finds, sentences included, for any event there can
   * be; part of the rule set's version. From 1.
   */
  int revision();

  /** What the rule asks for, as a sentence. */
  String meaning();

  /** What breaking it leads to unless configuration says otherwise. */
  Severity severity();

  /**
   * True when a record that breaks the rule can become a Silver row all the same, so that
   * configuration may lower the severity to {@link Severity#WARN}.
   */
  boolean mayWarn();

  /**
   * Whether the rule can be broken at all under these settings. Where it cannot, it is no part of
   * the rule set's version.
   */
  default boolean applies(RuleSettings settings) {
    return true;
  }

  /** Every way in which the event breaks the rule; empty when it keeps it. */
  List<Violation> check(OrderFacts facts, RuleSettings settings);
}
