package io.orderlake.application.explain;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.vavr.control.Option;

/**
 * A record of Bronze, or one line of it, and what became of that.
 *
 * @param record byte for byte, whole
 * @param line which of its lines; {@link BronzeOrder#WHOLE_RECORD} for the record as a whole
 * @param schemaVersion the version that its event was recorded under; none when that cannot be told
 * @param fate what became of it
 * @param since the first lake version that accounts for it; none while none does
 * @param today what the rules in force say about it
 */
public record ExplainedRecord(
    BronzeRecord record,
    int line,
    Option<Integer> schemaVersion,
    Fate fate,
    Option<FirstRead> since,
    Reconsidered today) {

  /** Where it comes from. */
  public LinePosition position() {
    return new LinePosition(record.source(), line);
  }

  /** True when what is stored cannot be what Orderlake's rules made of the record. */
  public boolean isDamaged() {
    return fate.fold(new Damaged(today));
  }

  private record Damaged(Reconsidered today) implements Fate.Cases<Boolean> {
    private boolean differsUnder(String ruleSet) {
      return !today.agrees() && today.ruleSet().equals(ruleSet);
    }

    @Override
    public Boolean refined(Fate.Refined fate) {
      return differsUnder(fate.row().provenance().ruleSet());
    }

    @Override
    public Boolean quarantined(Fate.Quarantined fate) {
      return differsUnder(fate.stored().map(QuarantinedRecord::ruleSet).last());
    }

    @Override
    public Boolean duplicate(Fate.Duplicate fate) {
      return differsUnder(fate.first().provenance().ruleSet());
    }

    @Override
    public Boolean unread(Fate.Unread fate) {
      return false;
    }

    @Override
    public Boolean unaccounted(Fate.Unaccounted fate) {
      return true;
    }
  }
}
