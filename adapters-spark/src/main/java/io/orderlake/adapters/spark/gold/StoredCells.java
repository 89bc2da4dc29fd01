package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.FilePart;
import io.orderlake.adapters.spark.delta.TableRows;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.Revenue;
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
 * @param table the table's place in the list of projections
 */
record StoredCells(TableRows rows, GoldLayout layout, int table)
    implements PairFlatMapFunction<Iterator<FilePart>, CellId, Revenue> {
  @Override
  public Iterator<Tuple2<CellId, Revenue>> call(Iterator<FilePart> files) {
    List<Tuple2<CellId, Revenue>> cells = new ArrayList<>();
    while (files.hasNext()) {
      FilePart part = files.next();
      Iterator<InternalRow> stored = rows.of(part.file());
      while (stored.hasNext()) {
        GoldCell cell = layout.cell(stored.next(), part.file().partition());
        cells.add(new Tuple2<>(new CellId(table, cell.key()), cell.revenue()));
      }
    }
    return cells.iterator();
  }
}
