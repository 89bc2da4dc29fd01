package io.orderlake.application.explain;

import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Seq;

/**
 * Records of Bronze, or lines of them, that were asked for, and what became of each.
 *
 * @param lake as of which lake version
 * @param records in Bronze's order; not empty
 */
public record ExplainedRecords(LakeVersion lake, Seq<ExplainedRecord> records) {
  /** True when what is stored of one of them cannot be what Orderlake stored. */
  public boolean isDamaged() {
    return records.exists(ExplainedRecord::isDamaged);
  }
}
