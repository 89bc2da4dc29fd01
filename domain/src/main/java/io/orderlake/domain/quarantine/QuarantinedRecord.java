package io.orderlake.domain.quarantine;

import io.orderlake.domain.bronze.BronzeRecord;
import java.io.Serializable;
import java.util.List;

/**
 * A record that broke at least one rule, raw, with every rule that it broke.
 *
 * @param record as Bronze holds it
 * @param reasons all of them, in the order of the rules; never empty
 * @param ruleSet the version of the rules that decided
 */
public record QuarantinedRecord(BronzeRecord record, List<QuarantineReason> reasons, String ruleSet)
    implements Serializable {
  public QuarantinedRecord {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a quarantined record needs a reason: " + record.source());
    }
  }
}
