package io.orderlake.application.gold;

import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;

/**
 * What {@link CompareGold} found.
 *
 * @param projection the table
 * @param before the first lake version
 * @param after the second one, which may be the earlier
 * @param changes the cells that differ, those first whose revenue differs most, up to the limit
 * @param counts how many cells differ, of each kind
 * @param totalBefore what the cells that match come to in the first version
 * @param totalAfter likewise in the second
 */
public record GoldChanges(
    GoldProjection projection,
    LakeVersion before,
    LakeVersion after,
    Seq<CellChange> changes,
    Map<CellChange.Kind, Long> counts,
    Totals totalBefore,
    Totals totalAfter) {

  /** How many cells of that kind there are. */
  public long count(CellChange.Kind kind) {
    return counts.getOrElse(kind, 0L);
  }

  /** How many cells differ. */
  public long all() {
    return counts.values().sum().longValue();
  }
}
