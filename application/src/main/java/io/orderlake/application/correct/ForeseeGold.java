package io.orderlake.application.correct;

import io.orderlake.domain.gold.CellSum;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.Seq;
import java.util.HashMap;
import java.util.Map;

/**
 * Says what folding Gold anew from Silver would come to. All cells of all tables are in memory.
 * Needs no runner and changes nothing.
 */
public final class ForeseeGold {
  private final SilverView silver;
  private final GoldView gold;
  private final Seq<GoldProjection> projections;

  public ForeseeGold(SilverView silver, GoldView gold, Seq<GoldProjection> projections) {
    this.silver = silver;
    this.gold = gold;
    this.projections = projections;
  }

  /**
   * What it comes to, by table.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when a table cannot be read
   */
  public Seq<GoldForecast> of(LakeVersion lake) {
    Seq<Map<GoldKey, CellSum>> folded = projections.map(table -> new HashMap<GoldKey, CellSum>());
    lake.table(TableId.SILVER_ORDERS)
        .map(TableState::version)
        .forEach(
            version ->
                silver.parts(version).forEach(part -> part.forEach(row -> fold(row, folded))));
    return projections.zipWith(
        folded, (table, then) -> compared(table, stored(lake, table), figures(then)));
  }

  private static Map<GoldKey, Figures> figures(Map<GoldKey, CellSum> cells) {
    Map<GoldKey, Figures> figures = new HashMap<>();
    cells.forEach((key, sum) -> figures.put(key, sum.figures()));
    return figures;
  }

  private void fold(RefinedOrder row, Seq<Map<GoldKey, CellSum>> folded) {
    Sale sale = Sale.of(row);
    for (int table = 0; table < projections.size(); table++) {
      GoldProjection projection = projections.get(table);
      folded
          .get(table)
          .computeIfAbsent(projection.keyOf(sale), absent -> new CellSum(projection.measures()))
          .add(sale);
    }
  }

  private Map<GoldKey, Figures> stored(LakeVersion lake, GoldProjection table) {
    Map<GoldKey, Figures> cells = new HashMap<>();
    lake.table(TableId.gold(table.table()))
        .forEach(
            state ->
                gold.forEach(
                    table,
                    state.version(),
                    cell -> cells.merge(cell.key(), cell.figures(), Figures::plus)));
    return cells;
  }

  private static GoldForecast compared(
      GoldProjection table, Map<GoldKey, Figures> now, Map<GoldKey, Figures> then) {
    long both = then.keySet().stream().filter(now::containsKey).count();
    long same =
        then.entrySet().stream()
            .filter(cell -> cell.getValue().equals(now.get(cell.getKey())))
            .count();
    return new GoldForecast(
        table.table(),
        sum(table, now),
        sum(table, then),
        then.size() - both,
        now.size() - both,
        both - same);
  }

  private static Totals sum(GoldProjection table, Map<GoldKey, Figures> cells) {
    Totals sum = Totals.none(table.measures());
    for (Map.Entry<GoldKey, Figures> cell : cells.entrySet()) {
      sum = sum.plus(table.currencyOf(cell.getKey()), cell.getValue());
    }
    return sum;
  }
}
