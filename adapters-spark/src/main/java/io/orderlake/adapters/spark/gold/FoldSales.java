package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.FilePart;
import io.orderlake.adapters.spark.delta.TableRows;
import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.gold.Sale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Folds the sales in a task's Silver files into cells of every Gold table, with the domain's own
 * monoid.
 *
 * @param sales reads the columns {@link SilverRows#SALE}
 * @param layouts the Gold tables
 * @param reading by table, whether it has yet to read this range
 */
record FoldSales(TableRows sales, ArrayList<GoldLayout> layouts, ArrayList<Boolean> reading)
    implements PairFlatMapFunction<Iterator<FilePart>, CellId, Revenue> {
  @Override
  public Iterator<Tuple2<CellId, Revenue>> call(Iterator<FilePart> files) {
    Map<CellId, Revenue> cells = new HashMap<>();
    while (files.hasNext()) {
      FilePart part = files.next();
      Iterator<InternalRow> rows = sales.of(part.file());
      while (rows.hasNext()) {
        fold(SilverRows.sale(rows.next()), cells);
      }
    }
    List<Tuple2<CellId, Revenue>> folded = new ArrayList<>(cells.size());
    cells.forEach((id, revenue) -> folded.add(new Tuple2<>(id, revenue)));
    return folded.iterator();
  }

  private void fold(Sale sale, Map<CellId, Revenue> cells) {
    Revenue revenue = sale.revenue();
    for (int table = 0; table < layouts.size(); table++) {
      if (reading.get(table)) {
        cells.merge(
            new CellId(table, layouts.get(table).projection().keyOf(sale)), revenue, Revenue::plus);
      }
    }
  }
}
