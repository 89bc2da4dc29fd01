package io.orderlake.application.explain;

import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Seq;

/**
 * A Gold cell and the rows that it was added up from.
 *
 * @param lake as of which lake version
 * @param projection its table
 * @param cell as it is stored; with nothing in it when the table has no such cell
 * @param rows what all of its rows in Silver add up to
 * @param count how many rows these are
 * @param shown the first of its rows in Bronze's order, up to the limit
 */
public record ExplainedCell(
    LakeVersion lake,
    GoldProjection projection,
    GoldCell cell,
    Figures rows,
    long count,
    Seq<ExplainedRecord> shown) {

  /** True when the cell holds what its rows add up to. */
  public boolean adds() {
    return cell.figures().equals(rows);
  }

  /** True when the cell, or one of the rows shown, cannot be what Orderlake stored. */
  public boolean isDamaged() {
    return !adds() || shown.exists(ExplainedRecord::isDamaged);
  }
}
