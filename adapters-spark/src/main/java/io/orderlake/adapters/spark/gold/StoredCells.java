package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Reads the cells in a task's files of one Gold table.
 *
 * @param rows reads all data columns
 */
record StoredCells(DataFileReader rows, GoldLayout table)
    implements PairFlatMapFunction<Iterator<InputFile>, CellId, Figures> {
  @Override
  public Iterator<Tuple2<CellId, Figures>> call(Iterator<InputFile> files) {
    List<Tuple2<CellId, Figures>> cells = new ArrayList<>();
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> stored = rows.of(input.file());
      while (stored.hasNext()) {
        GoldCell cell = table.cell(stored.next(), input.file().partition());
        cells.add(new Tuple2<>(new CellId(table.number(), cell.key()), cell.figures()));
      }
    }
    return cells.iterator();
  }
}
