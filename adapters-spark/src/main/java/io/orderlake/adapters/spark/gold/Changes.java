package io.orderlake.adapters.spark.gold;

import io.orderlake.domain.gold.Revenue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import scala.Tuple2;

/** By table: how many cells gain something, how many events they gain, in which partitions. */
final class Changes implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] cells;
  private final long[] events;
  private final ArrayList<HashSet<String>> partitions = new ArrayList<>();
  private long read;

  Changes(int tables) {
    cells = new long[tables];
    events = new long[tables];
    for (int i = 0; i < tables; i++) {
      partitions.add(new HashSet<>());
    }
  }

  static Changes of(Iterator<Tuple2<CellId, Revenue>> gained, int tables) {
    Changes changes = new Changes(tables);
    while (gained.hasNext()) {
      Tuple2<CellId, Revenue> cell = gained.next();
      int table = cell._1().table();
      changes.cells[table]++;
      changes.events[table] += cell._2().events();
      changes.partitions.get(table).add(cell._1().key().partition());
    }
    return changes;
  }

  Changes plus(Changes other) {
    Changes sum = new Changes(cells.length);
    for (Changes part : List.of(this, other)) {
      for (int i = 0; i < cells.length; i++) {
        sum.cells[i] += part.cells[i];
        sum.events[i] += part.events[i];
        sum.partitions.get(i).addAll(part.partitions.get(i));
      }
    }
    return sum;
  }

  Changes reading(long records) {
    read = records;
    return this;
  }

  long read() {
    return read;
  }

  long cells(int table) {
    return cells[table];
  }

  long events(int table) {
    return events[table];
  }

  Set<String> partitions(int table) {
    return partitions.get(table);
  }
}
