package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.file.TableFiles;
import io.orderlake.adapters.spark.delta.file.WrittenFile;
import io.orderlake.domain.gold.Figures;
import java.io.IOException;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import scala.Tuple2;

/**
 * Writes a Gold table's cells from inside a task.
 *
 * @param files where they go
 */
record CellFiles(GoldLayout table, TableFiles files) implements Serializable {
  /** Those cells in the order of their keys, one file for each partition. */
  List<WrittenFile> write(List<Tuple2<CellId, Figures>> cells) throws IOException {
    cells.sort(Comparator.comparing(cell -> cell._1().key()));
    TableFiles.Writer writer = files.open();
    for (Tuple2<CellId, Figures> cell : cells) {
      String partition = cell._1().key().partition();
      writer.only(partition);
      writer.write(partition, table.row(cell._1().key(), cell._2()));
    }
    return writer.close();
  }
}
