package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.SaleRows;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.gold.SaleKeys;
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
 * monoids; what takes back sales for itself.
 *
 * @param sales reads the columns
 * @param columns what is looked at
 * @param tables those that take them in
 */
record FoldSales(DataFileReader sales, SaleRows columns, ArrayList<GoldLayout> tables)
    implements PairFlatMapFunction<Iterator<InputFile>, CellId, Figures> {
  @Override
  public Iterator<Tuple2<CellId, Figures>> call(Iterator<InputFile> files) {
    Map<CellId, Figures> cells = new HashMap<>();
    List<SaleKeys> keys = tables.stream().map(table -> new SaleKeys(table.projection())).toList();
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> rows = sales.of(input.file());
      while (rows.hasNext()) {
        fold(columns.sale(rows.next()), keys, cells);
      }
    }
    List<Tuple2<CellId, Figures>> folded = new ArrayList<>(cells.size());
    cells.forEach((id, figures) -> folded.add(new Tuple2<>(id, figures)));
    return folded.iterator();
  }

  /** Most tables have the same measures, of which the sale's figures are made once. */
  private void fold(Sale sale, List<SaleKeys> keys, Map<CellId, Figures> cells) {
    Figures basic = Measures.BASIC.of(sale);
    for (int i = 0; i < keys.size(); i++) {
      GoldLayout table = tables.get(i);
      Measures measures = table.projection().measures();
      cells.merge(
          new CellId(table.number(), keys.get(i).of(sale), sale.isWithdrawal()),
          measures.equals(Measures.BASIC) ? basic : measures.of(sale),
          Figures::plus);
    }
  }
}
