package io.orderlake.adapters.openlineage;

import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** A run's counts, under the names of the trigger protocol. */
final class Counts {
  private static final String GOLD = "gold/";

  private Counts() {}

  static Map<String, Object> of(RunReport report) {
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("read", report.conservation().read());
    counts.put("refined", report.conservation().refined());
    counts.put("quarantined", report.conservation().quarantined());
    counts.put("duplicates", report.conservation().duplicates());
    counts.put("quarantined_by_reason", report.quarantinedByReason().toJavaMap());
    counts.put("warnings", report.warnings().toJavaMap());
    counts.put("events_folded", report.eventsFolded());
    counts.put("cells_changed", report.cellsChanged().toJavaMap());
    counts.put("upkeep", report.upkeep().toJavaMap());
    return counts;
  }

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
