package io.orderlake.adapters.openlineage;

import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.vavr.control.Option;

/** How many rows a run read from a table or changed in it. */
final class Counts {
  private static final String GOLD = "gold/";

  private Counts() {}

  /** The rows that were read from a table; none when they were not counted. */
  static Option<Long> read(TableId table, RunReport report) {
    if (report.isUpkeepOnly()) {
      return Option.none();
    }
    return table.equals(TableId.BRONZE_ORDERS)
        ? Option.some(report.conservation().read())
        : Option.some(report.eventsFolded());
  }

  /** The rows that were added to a table, or changed in it; none when they were not counted. */
  static Option<Long> written(TableId table, RunReport report) {
    if (report.isUpkeepOnly()) {
      return Option.none();
    }
    if (table.equals(TableId.SILVER_ORDERS)) {
      return Option.some(report.conservation().refined());
    }
    return table.equals(TableId.QUARANTINE)
        ? Option.some(report.conservation().quarantined())
        : report.cellsChanged().get(table.path().substring(GOLD.length()));
  }
}
