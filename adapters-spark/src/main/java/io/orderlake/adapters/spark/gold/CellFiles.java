package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.domain.gold.Figures;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import scala.Tuple2;

/**
 * Writes a Gold table's cells from inside a task.
 *
 * @param writers of the files that they go to
 */
record CellFiles(GoldLayout table, DataFileWriters writers) implements Serializable {
  /** Those cells in the order of their keys, one file for each partition. */
  List<DataFile> write(List<Tuple2<CellId, Figures>> cells) throws IOException {
    cells.sort(Comparator.comparing(cell -> cell._1().key()));
    DataFileWriters.Writer writer = writers.open();
    for (Tuple2<CellId, Figures> cell : cells) {
      String partition = cell._1().key().partition();
      writer.only(partition);
      writer.write(partition, table.row(cell._1().key(), cell._2()));
    }
    return writer.close();
  }
}
