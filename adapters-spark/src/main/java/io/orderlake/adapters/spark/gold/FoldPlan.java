package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Which Gold tables take in a range of Silver.
 *
 * @param range what is read of Silver
 * @param isReplacing whether the cells made of it stand for all that there were
 * @param parts the tables that take it in
 */
record FoldPlan(VersionRange range, boolean isReplacing, List<Part> parts) {
  /**
   * A table's part in it.
   *
   * @param standing the position that the table must have for its commit
   */
  record Part(GoldTable table, long standing) {
    /** True when the table still stands where it must. */
    boolean isOpen(VersionRange range) {
      long position = table.position();
      return position < range.upTo() || position == standing;
    }
  }

  /**
   * Those that have not read the range.
   *
   * @param isReplacing true when it does not matter how far they had come
   */
  static FoldPlan of(VersionRange range, List<GoldTable> tables, boolean isReplacing) {
    return new FoldPlan(
        range,
        isReplacing,
        tables.stream()
            .filter(table -> table.position() < range.upTo())
            .map(table -> new Part(table, isReplacing ? table.position() : range.after()))
            .toList());
  }

  /** All of them, wherever they stand. */
  static FoldPlan refold(long silverVersion, List<GoldTable> tables) {
    return new FoldPlan(
        new VersionRange(TableState.NOTHING_READ, silverVersion, 0),
        true,
        tables.stream().map(table -> new Part(table, table.position())).toList());
  }

  /** What the tables add up. */
  List<Measures> measures() {
    return parts.stream().map(part -> part.table().layout().projection().measures()).toList();
  }

  /** For tasks. */
  ArrayList<GoldLayout> layouts() {
    ArrayList<GoldLayout> layouts = new ArrayList<>();
    parts.forEach(part -> layouts.add(part.table().layout()));
    return layouts;
  }

  /** For tasks. */
  ArrayList<CellFiles> cellFiles() {
    ArrayList<CellFiles> files = new ArrayList<>();
    parts.forEach(part -> files.add(part.table().cellFiles()));
    return files;
  }
}
