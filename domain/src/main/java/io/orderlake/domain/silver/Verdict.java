package io.orderlake.domain.silver;

import io.orderlake.domain.quarantine.QuarantineReason;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rules say about one Bronze record, or one line of it, before de-duplication. */
public sealed interface Verdict extends Serializable {
  /**
   * Passed; a Silver row unless its event id is taken.
   *
   * @param order refined
   */
  record Accepted(RefinedOrder order) implements Verdict {
    @Override
    public String eventId() {
      return order.eventId();
    }
  }

  /**
   * Passed, and says that another event does not count.
   *
   * @param cancellation of which event
   */
  record Cancels(Cancellation cancellation) implements Verdict {
    @Override
    public String eventId() {
      return cancellation.eventId();
    }
  }

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

  /** The id of the event that it is about, where it passed; null else. */
  default @Nullable String eventId() {
    return null;
  }
}
