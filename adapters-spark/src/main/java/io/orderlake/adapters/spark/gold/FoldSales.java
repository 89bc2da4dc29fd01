package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.file.DataFileBatches;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.SaleColumns;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.RunningFigures;
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
 * Folds the sales in a task's Silver files into cells of every Gold table, with the domain's own
 * monoids; what takes back sales for itself.
 *
 * @param sales reads the columns
 * @param columns what is looked at
 * @param tables those that take them in
 */
record FoldSales(DataFileBatches sales, SaleColumns columns, ArrayList<GoldLayout> tables)
    implements PairFlatMapFunction<Iterator<InputFile>, CellId, Figures> {
  @Override
  public Iterator<Tuple2<CellId, Figures>> call(Iterator<InputFile> files) {
    List<TableCells> cells = tables.stream().map(TableCells::new).toList();
    while (files.hasNext()) {
      sales
          .of(files.next().file())
          .forEachRemaining(batch -> columns.forEach(batch, sale -> fold(sale, cells)));
    }
    List<Tuple2<CellId, Figures>> folded = new ArrayList<>();
    cells.forEach(table -> table.addTo(folded));
    return folded.iterator();
  }

  /** Most tables have the same measures, of which the sale's figures are made once. */
  private static void fold(Sale sale, List<TableCells> cells) {
    Figures basic = Measures.BASIC.of(sale);
    for (int i = 0; i < cells.size(); i++) {
      cells.get(i).add(sale, basic);
    }
  }

  /** The cells of one table as far as they have come. */
  private static final class TableCells {
    private final int number;
    private final Measures measures;
    private final SaleKeys keys;
    private final Map<GoldKey, RunningFigures> sold = new HashMap<>();
    private final Map<GoldKey, RunningFigures> withdrawn = new HashMap<>();

    TableCells(GoldLayout table) {
      this.number = table.number();
      this.measures = table.projection().measures();
      this.keys = new SaleKeys(table.projection());
    }

    /**
     * Takes one sale more.
     *
     * @param basic its figures of the measures that every table has
     */
    void add(Sale sale, Figures basic) {
      Map<GoldKey, RunningFigures> cells = sale.isWithdrawal() ? withdrawn : sold;
      GoldKey key = keys.of(sale);
      RunningFigures cell = cells.get(key);
      if (cell == null) {
        cell = new RunningFigures(measures);
        cells.put(key, cell);
      }
      cell.add(measures.equals(Measures.BASIC) ? basic : measures.of(sale));
    }

    void addTo(List<Tuple2<CellId, Figures>> folded) {
      sold.forEach((key, cell) -> folded.add(folded(key, cell, false)));
      withdrawn.forEach((key, cell) -> folded.add(folded(key, cell, true)));
    }

    private Tuple2<CellId, Figures> folded(GoldKey key, RunningFigures cell, boolean isWithdrawn) {
      return new Tuple2<>(new CellId(number, key, isWithdrawn), cell.figures());
    }
  }
}
