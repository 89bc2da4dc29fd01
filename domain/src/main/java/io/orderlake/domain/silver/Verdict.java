package io.orderlake.domain.silver;

import io.orderlake.domain.quarantine.QuarantineReason;
import java.io.Serializable;
import java.util.List;

/** What the rules say about one Bronze record, or one line of it, before de-duplication. */
public sealed interface Verdict extends Serializable {
  /**
   * Passed; a Silver row unless its event id is taken.
   *
   * @param order refined
   */
  record Accepted(RefinedOrder order) implements Verdict {}

  /**
   * Broke at least one rule.
   *
   * @param reasons every rule it broke
   * @param halts true when one of them has the severity FAIL: the run must not publish
   */
  record Rejected(List<QuarantineReason> reasons, boolean halts) implements Verdict {
    public Rejected {
      reasons = List.copyOf(reasons);
    }

    /** The codes of the rules that it broke, each once. */
    public List<String> codes() {
      return reasons.stream().map(QuarantineReason::code).distinct().toList();
    }
  }
}
