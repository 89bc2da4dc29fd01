package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.gold.Figures;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import scala.Tuple2;

/** Writes a task's cells, table by table; the cells of one partition are all in one task. */
record WriteCells(ArrayList<CellFiles> tables)
    implements FlatMapFunction<Iterator<Tuple2<CellId, Figures>>, WriteCells.Written> {

  /**
   * A closed file.
   *
   * @param table the number of the table that it is for
   */
  record Written(int table, DataFile file) implements Serializable {}

  @Override
  public Iterator<Written> call(Iterator<Tuple2<CellId, Figures>> cells) throws Exception {
    Map<Integer, List<Tuple2<CellId, Figures>>> byTable = new HashMap<>();
    while (cells.hasNext()) {
      Tuple2<CellId, Figures> cell = cells.next();
      byTable.computeIfAbsent(cell._1().table(), absent -> new ArrayList<>()).add(cell);
    }
    List<Written> written = new ArrayList<>();
    for (CellFiles files : tables) {
      int number = files.table().number();
      for (DataFile file : files.write(byTable.getOrDefault(number, new ArrayList<>()))) {
        written.add(new Written(number, file));
      }
    }
    return written.iterator();
  }
}
