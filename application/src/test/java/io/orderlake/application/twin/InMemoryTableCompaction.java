package io.orderlake.application.twin;

import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.control.Option;

/** Joins the files of tables in collections. */
final class InMemoryTableCompaction implements TableCompaction {
  private final InMemoryLake lake;

  InMemoryTableCompaction(InMemoryLake lake) {
    this.lake = lake;
  }

  @Override
  public Option<TableState> state(TableId table) {
    InMemoryTable<?, ?> found = lake.table(table);
    return Option.when(
        found.version() >= 0, () -> new TableState(found.version(), found.position()));
  }

  @Override
  public boolean isChangedSince(TableId table, TableState published) {
    return lake.table(table).isChangedSince(published);
  }

  @Override
  public Compacted step(TableId table, long readUpTo, SmallFiles rule) {
    return lake.table(table).compact(readUpTo, rule);
  }
}
