package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.TimeSpan;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Cells that are made of all of their sales anew: of tables with a measure that is no group those
 * in which something is taken back, and of tables that count what is different all that change.
 *
 * @param tables those tables
 */
record CellsAnew(HashMap<Integer, GoldLayout> tables, HashSet<CellId> cells)
    implements Serializable {
  /**
   * Those among the cells that change.
   *
   * @param withdrawn in which something is taken back
   * @param changing those of tables that count what is different
   */
  static CellsAnew among(
      Set<CellId> withdrawn, Collection<CellId> changing, List<GoldLayout> layouts) {
    HashMap<Integer, GoldLayout> tables = new HashMap<>();
    layouts.stream()
        .filter(layout -> !layout.projection().measures().isGroup())
        .forEach(layout -> tables.put(layout.number(), layout));
    HashSet<CellId> cells = new HashSet<>(withdrawn);
    cells.removeIf(cell -> !tables.containsKey(cell.table()));
    cells.addAll(changing);
    return new CellsAnew(tables, cells);
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** Those of the tables. */
  List<Measures> measures() {
    return tables.values().stream().map(layout -> layout.projection().measures()).toList();
  }

  GoldProjection projectionOf(CellId cell) {
    return Objects.requireNonNull(tables.get(cell.table())).projection();
  }

  /** The days, in UTC, on which sales of theirs may be: partitions of Silver. */
  Set<String> days() {
    Set<String> days = new HashSet<>();
    Set<TimeSpan> seen = new HashSet<>();
    for (CellId cell : cells) {
      TimeSpan span = projectionOf(cell).spanOf(cell.key());
      if (seen.add(span)) {
        LocalDate last = LocalDate.ofInstant(span.to(), ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(span.from(), ZoneOffset.UTC);
        for (; !day.isAfter(last); day = day.plusDays(1)) {
          days.add(day.toString());
        }
      }
    }
    return days;
  }
}
