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

  /** What one table gains: how many cells change, by how many events, and in which partitions. */
  static final class Gain implements Serializable {
    private static final long serialVersionUID = 1;

    private final HashSet<String> partitions = new HashSet<>();
    private long cells;
    private long events;

    long cells() {
      return cells;
    }

    long events() {
      return events;
    }

    Set<String> partitions() {
      return partitions;
    }

    private void add(Gain other) {
      cells += other.cells;
      events += other.events;
      partitions.addAll(other.partitions);
    }
  }

  static Gains of(Iterator<Tuple2<CellId, Figures>> cells) {
    Gains gains = new Gains();
    while (cells.hasNext()) {
      Tuple2<CellId, Figures> cell = cells.next();
      Gain gain = gains.byTable.computeIfAbsent(cell._1().table(), absent -> new Gain());
      gain.cells++;
      gain.events += cell._2().events();
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

  Gain of(GoldTable table) {
    return byTable.getOrDefault(table.layout().number(), new Gain());
  }
}
