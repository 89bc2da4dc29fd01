package io.orderlake.application.explain;

import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.Vector;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the rules in force say about a record, beside what was decided.
 *
 * @param ruleSet their version
 * @param verdict what they say
 * @param agrees true when they decide as it is stored, or when nothing is stored yet
 */
public record Reconsidered(String ruleSet, Verdict verdict, boolean agrees) {
  static Reconsidered of(String ruleSet, Verdict verdict, Fate fate) {
    return new Reconsidered(ruleSet, verdict, fate.fold(new Agrees(verdict)));
  }

  private record Agrees(Verdict verdict) implements Fate.Cases<Boolean> {
    @Override
    public Boolean refined(Fate.Refined fate) {
      RefinedOrder row = fate.row();
      return verdict instanceof Verdict.Cancels cancels
          ? row.isWithdrawal() && row.eventId().equals(cancels.cancellation().eventId())
          : verdict instanceof Verdict.Accepted accepted && saysTheSame(accepted, row);
    }

    private static boolean saysTheSame(Verdict.Accepted today, RefinedOrder row) {
      return today.order().eventId().equals(row.eventId())
          && today.order().contentHash().equals(row.contentHash())
          && Objects.equals(today.order().converted(), row.converted())
          && today.order().provenance().warnings().equals(row.provenance().warnings());
    }

    @Override
    public Boolean quarantined(Fate.Quarantined fate) {
      QuarantinedRecord last = fate.stored().last();
      RefinedOrder first = fate.first().getOrNull();
      return verdict instanceof Verdict.Accepted accepted
          ? isConflict(last) && admission(accepted, first) == Admission.CONFLICT
          : verdict instanceof Verdict.Cancels
              ? isFor(OrderRules.CANCELLATION_WAITS, last) && first == null
              : verdict instanceof Verdict.Rejected rejected
                  && rejected.reasons().equals(last.reasons());
    }

    @Override
    public Boolean duplicate(Fate.Duplicate fate) {
      return verdict instanceof Verdict.Cancels
          ? fate.first().isWithdrawal()
          : verdict instanceof Verdict.Accepted accepted
              && admission(accepted, fate.first()) == Admission.DUPLICATE;
    }

    private static Admission admission(Verdict.Accepted accepted, @Nullable RefinedOrder first) {
      return Admission.of(
          first == null ? null : first.contentHash(), accepted.order().contentHash());
    }

    @Override
    public Boolean unread(Fate.Unread fate) {
      return true;
    }

    @Override
    public Boolean unaccounted(Fate.Unaccounted fate) {
      return false;
    }
  }

  static boolean isConflict(QuarantinedRecord quarantined) {
    return isFor(OrderRules.DUPLICATE_CONFLICT, quarantined);
  }

  /** Whether what Silver holds under the event id, or does not hold, is the reason. */
  static boolean isForAnother(QuarantinedRecord quarantined) {
    return isConflict(quarantined) || isFor(OrderRules.CANCELLATION_WAITS, quarantined);
  }

  private static boolean isFor(String code, QuarantinedRecord quarantined) {
    return Vector.ofAll(quarantined.reasons()).exists(reason -> reason.code().equals(code));
  }
}
