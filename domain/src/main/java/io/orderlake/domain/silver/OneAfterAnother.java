package io.orderlake.domain.silver;

import io.orderlake.domain.bronze.BronzeRecord;
import org.jspecify.annotations.Nullable;

/**
 * Judges a record once although several of its lines are asked about one after the other, as they
 * are where the quarantine is read: each line stands there with the whole record. For one thread.
 */
public final class OneAfterAnother {
  private final RecordRefiner refiner;
  private @Nullable BronzeRecord last;
  private @Nullable Judgement judged;

  /** Nothing is judged yet. */
  public OneAfterAnother(RecordRefiner refiner) {
    this.refiner = refiner;
  }

  /** As {@link RecordRefiner#refine}. */
  public Judgement refine(BronzeRecord record) {
    Judgement known = judged;
    if (known == null || !record.equals(last)) {
      known = refiner.refine(record);
      last = record;
      judged = known;
    }
    return known;
  }
}
