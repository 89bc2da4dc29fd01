package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import scala.Tuple2;

/**
 * Folds a task's Silver rows into cells of every Gold table, with the domain's own monoid.
 *
 * @param layouts the Gold tables
 * @param reading by table, whether it has yet to read this range
 */
record FoldPartition(ArrayList<GoldLayout> layouts, ArrayList<Boolean> reading)
    implements PairFlatMapFunction<Iterator<InternalRow>, CellId, Revenue> {
  @Override
  public Iterator<Tuple2<CellId, Revenue>> call(Iterator<InternalRow> rows) {
    Map<CellId, Revenue> cells = new HashMap<>();
    while (rows.hasNext()) {
      RefinedOrder order = SilverRows.order(rows.next());
      Revenue revenue = new Revenue(order.total(), order.quantity(), 1);
      for (int table = 0; table < layouts.size(); table++) {
        if (reading.get(table)) {
          cells.merge(
              new CellId(table, layouts.get(table).projection().keyOf(order)),
              revenue,
              Revenue::plus);
        }
      }
    }
    List<Tuple2<CellId, Revenue>> folded = new ArrayList<>(cells.size());
    cells.forEach((id, revenue) -> folded.add(new Tuple2<>(id, revenue)));
    return folded.iterator();
  }
}
