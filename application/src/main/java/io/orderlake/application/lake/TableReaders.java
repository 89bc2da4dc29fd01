package io.orderlake.application.lake;

import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.table.LakeTables;
import io.vavr.collection.Seq;

/**
 * Which projections read which table commit by commit.
 *
 * @param gold all Gold tables
 */
public record TableReaders(Seq<TableId> gold) {
  /**
   * How far each projection of the table has read it, as published; {@link TableState#NOTHING_READ}
   * for one that has not begun. Empty for a table that nobody reads on.
   */
  public Seq<Long> positions(TableId table, LakeVersion lake) {
    return of(table)
        .map(
            reader ->
                lake.table(reader).map(TableState::position).getOrElse(TableState.NOTHING_READ));
  }

  private Seq<TableId> of(TableId table) {
    return LakeTables.madeFrom(table)
        .appendAll(gold.filter(each -> each.upstream().contains(table)));
  }
}
