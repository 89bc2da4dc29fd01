package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.file.DataFileBatches;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.SaleColumns;
import io.orderlake.domain.gold.CellSum;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.gold.SaleKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/**
 * Sums up the sales of some cells in a task's Silver files.
 *
 * @param sales reads the columns
 * @param columns what is looked at
 */
record FoldAnew(DataFileBatches sales, SaleColumns columns, CellsAnew anew)
    implements PairFlatMapFunction<Iterator<InputFile>, CellId, CellSum> {
  @Override
  public Iterator<Tuple2<CellId, CellSum>> call(Iterator<InputFile> files) {
    Map<CellId, CellSum> sums = new HashMap<>();
    List<GoldLayout> tables = List.copyOf(anew.tables().values());
    List<SaleKeys> keys = tables.stream().map(table -> new SaleKeys(table.projection())).toList();
    while (files.hasNext()) {
      sales
          .of(files.next().file())
          .forEachRemaining(
              batch -> columns.forEach(batch, sale -> fold(sale, tables, keys, sums)));
    }
    List<Tuple2<CellId, CellSum>> found = new ArrayList<>(sums.size());
    sums.forEach((cell, sum) -> found.add(new Tuple2<>(cell, sum)));
    return found.iterator();
  }

  private void fold(
      Sale sale, List<GoldLayout> tables, List<SaleKeys> keys, Map<CellId, CellSum> sums) {
    for (int i = 0; i < keys.size(); i++) {
      CellId cell = new CellId(tables.get(i).number(), keys.get(i).of(sale));
      if (anew.cells().contains(cell)) {
        sums.computeIfAbsent(cell, this::nothing).add(sale);
      }
    }
  }

  private CellSum nothing(CellId cell) {
    return new CellSum(anew.projectionOf(cell).measures());
  }
}
