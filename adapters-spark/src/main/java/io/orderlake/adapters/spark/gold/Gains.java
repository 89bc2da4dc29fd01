package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.Figures;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import scala.Tuple2;

/** What a range brings to the Gold tables, each told by its layout's number. */
final class Gains implements Serializable {
  private static final long serialVersionUID = 1;

  private final HashMap<Integer, Gain> byTable = new HashMap<>();

  /** What one table gains: how many cells change, by how many rows, and in which partitions. */
  static final class Gain implements Serializable {
    private static final long serialVersionUID = 1;

    private final HashSet<String> partitions = new HashSet<>();
    private final HashSet<CellId> withdrawn = new HashSet<>();
    private long cells;
    private long both;
    private long events;

    /** A cell that gains and in which something is taken back is one. */
    long cells() {
      return cells + withdrawn.size() - both;
    }

    long events() {
      return events;
    }

    Set<String> partitions() {
      return partitions;
    }

    private void add(Gain other) {
      cells += other.cells;
      both += other.both;
      withdrawn.addAll(other.withdrawn);
      events += other.events;
      partitions.addAll(other.partitions);
    }
  }

  static Gains of(Iterator<Tuple2<CellId, Figures>> cells) {
    Gains gains = new Gains();
    while (cells.hasNext()) {
      Tuple2<CellId, Figures> cell = cells.next();
      Gain gain = gains.byTable.computeIfAbsent(cell._1().table(), absent -> new Gain());
      if (cell._1().isWithdrawn()) {
        gain.withdrawn.add(cell._1().cell());
        gain.events -= cell._2().events();
      } else {
        gain.cells++;
        gain.events += cell._2().events();
      }
      gain.partitions.add(cell._1().key().partition());
    }
    return gains;
  }

  Gains plus(Gains other) {
    Gains sum = new Gains();
    for (Gains some : List.of(this, other)) {
      for (Map.Entry<Integer, Gain> gain : some.byTable.entrySet()) {
        sum.byTable.computeIfAbsent(gain.getKey(), absent -> new Gain()).add(gain.getValue());
      }
    }
    return sum;
  }

  /** The cells in which something is taken back. */
  Set<CellId> withdrawn() {
    HashSet<CellId> all = new HashSet<>();
    byTable.values().forEach(gain -> all.addAll(gain.withdrawn));
    return all;
  }

  /** Takes down how many of these gain something, too, by the numbers of their tables. */
  void gainToo(Map<Integer, Long> cells) {
    cells.forEach(
        (table, count) -> byTable.computeIfAbsent(table, absent -> new Gain()).both = count);
  }

  Gain of(GoldTable table) {
    return byTable.getOrDefault(table.layout().number(), new Gain());
  }
}
