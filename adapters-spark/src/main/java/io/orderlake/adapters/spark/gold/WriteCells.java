package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.TableFiles;
import io.orderlake.adapters.spark.delta.WrittenFile;
import io.orderlake.domain.gold.Revenue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/**
 * Writes a task's cells, in the order of their keys, one file for each Gold partition; the cells of
 * one partition are all in one task.
 *
 * @param layouts the Gold tables
 * @param files where each table's files go
 */
record WriteCells(ArrayList<GoldLayout> layouts, ArrayList<TableFiles> files)
    implements FlatMapFunction<Iterator<Tuple2<CellId, Revenue>>, WriteCells.Written> {

  /** A closed file and the table it is for. */
  record Written(int table, WrittenFile file) implements Serializable {}

  @Override
  public Iterator<Written> call(Iterator<Tuple2<CellId, Revenue>> cells) throws Exception {
    List<Tuple2<CellId, Revenue>> sorted = new ArrayList<>();
    cells.forEachRemaining(sorted::add);
    sorted.sort(
        Comparator.comparingInt((Tuple2<CellId, Revenue> cell) -> cell._1().table())
            .thenComparing(cell -> cell._1().key()));
    List<TableFiles.Writer> writers = new ArrayList<>();
    files.forEach(table -> writers.add(table.open()));
    for (Tuple2<CellId, Revenue> cell : sorted) {
      CellId id = cell._1();
      TableFiles.Writer writer = writers.get(id.table());
      writer.only(id.key().partition());
      writer.write(id.key().partition(), layouts.get(id.table()).row(id.key(), cell._2()));
    }
    List<Written> written = new ArrayList<>();
    for (int table = 0; table < writers.size(); table++) {
      for (WrittenFile file : writers.get(table).close()) {
        written.add(new Written(table, file));
      }
    }
    return written.iterator();
  }
}
