package io.orderlake.application.explain;

import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Objects;

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
      return verdict instanceof Verdict.Accepted accepted && saysTheSame(accepted, fate.row());
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
      return verdict instanceof Verdict.Accepted accepted
          ? isConflict(last) && admission(accepted, fate.first().getOrNull()) == Admission.CONFLICT
          : verdict instanceof Verdict.Rejected rejected
              && rejected.reasons().equals(last.reasons());
    }

    @Override
    public Boolean duplicate(Fate.Duplicate fate) {
      return verdict instanceof Verdict.Accepted accepted
          && admission(accepted, fate.first()) == Admission.DUPLICATE;
    }

    private static Admission admission(
        Verdict.Accepted accepted, @org.jspecify.annotations.Nullable RefinedOrder first) {
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
    List<QuarantineReason> reasons = quarantined.reasons();
    return Vector.ofAll(reasons).exists(r -> r.code().equals(OrderRules.DUPLICATE_CONFLICT));
  }
}
