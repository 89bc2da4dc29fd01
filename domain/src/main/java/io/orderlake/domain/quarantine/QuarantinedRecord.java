package io.orderlake.domain.quarantine;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import java.io.Serializable;
import java.util.List;

/**
 * A record, or one line of it, that broke at least one rule, raw, with every rule that it broke.
 *
 * @param record as Bronze holds it, whole
 * @param line which of its lines; {@link BronzeOrder#WHOLE_RECORD} for the record as a whole
 * @param reasons all of them, in the order of the rules; never empty
 * @param ruleSet the version of the rules that decided
 */
public record QuarantinedRecord(
    BronzeRecord record, int line, List<QuarantineReason> reasons, String ruleSet)
    implements Serializable {
  public QuarantinedRecord {
    reasons = List.copyOf(reasons);
    if (reasons.isEmpty()) {
      throw new IllegalArgumentException("a quarantined record needs a reason: " + record.source());
    }
  }

  /** A record as a whole. */
  public QuarantinedRecord(BronzeRecord record, List<QuarantineReason> reasons, String ruleSet) {
    this(record, BronzeOrder.WHOLE_RECORD, reasons, ruleSet);
  }

  /** Its place in Bronze's order. */
  public BronzeOrder order() {
    return record.order().ofLine(line);
  }
}
