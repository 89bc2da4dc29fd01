package io.orderlake.application.twin;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableRetention;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lake.Vacuumed;

/** Forgets files of tables in collections. */
final class InMemoryTableVacuum implements TableVacuum {
  private final InMemoryLake lake;

  InMemoryTableVacuum(InMemoryLake lake) {
    this.lake = lake;
  }

  @Override
  public Vacuumed unneeded(TableId table, TableRetention stays) {
    return lake.table(table).unneeded(stays);
  }

  @Override
  public Vacuumed vacuum(TableId table, TableRetention stays) {
    return lake.table(table).vacuum(stays);
  }
}
