package io.orderlake.application.audit;

import io.orderlake.application.audit.spill.CellId;
import io.orderlake.application.audit.spill.SpilledCells;
import io.orderlake.application.audit.verdict.Difference.Kind;
import io.orderlake.domain.lake.TableId;
import java.util.HashMap;
import java.util.Map;

/** The third pass, as one thread does it: compares each Gold cell with what falls into it. */
final class CellCheck {
  private final Desk desk;
  private final Sampling sampled;
  private final Map<TableId, Long> compared = new HashMap<>();

  CellCheck(Desk desk, Sampling sampled) {
    this.desk = desk;
    this.sampled = sampled;
  }

  void check(CellId id, SpilledCells.Cell cell) {
    if (!sampled.holds(id.cell())) {
      return;
    }
    TableId table = TableId.gold(desk.gold().get(id.table()).projection().table());
    compared.merge(table, 1L, Long::sum);
    if (cell.stored().isEmpty()) {
      desk.findings().cell(table, Kind.MISSING, id, cell);
    } else if (cell.first() == null) {
      desk.findings().cell(table, Kind.UNEXPECTED, id, cell);
    } else if (cell.stored().size() > 1 || !cell.stored().get(0).equals(cell.replayed())) {
      desk.findings().cell(table, Kind.OTHER_VALUES, id, cell);
    }
  }

  /** Cells by table. */
  Map<TableId, Long> compared() {
    return compared;
  }
}
