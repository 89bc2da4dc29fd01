package io.orderlake.application.correct;

import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.gold.Sale;
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
    Seq<Map<GoldKey, Revenue>> folded = projections.map(table -> new HashMap<GoldKey, Revenue>());
    lake.table(TableId.SILVER_ORDERS)
        .map(TableState::version)
        .forEach(
            version ->
                silver.parts(version).forEach(part -> part.forEach(row -> fold(row, folded))));
    return projections.zipWith(folded, (table, then) -> compared(table, stored(lake, table), then));
  }

  private void fold(RefinedOrder row, Seq<Map<GoldKey, Revenue>> folded) {
    Sale sale = Sale.of(row);
    for (int table = 0; table < projections.size(); table++) {
      folded.get(table).merge(projections.get(table).keyOf(sale), sale.revenue(), Revenue::plus);
    }
  }

  private Map<GoldKey, Revenue> stored(LakeVersion lake, GoldProjection table) {
    Map<GoldKey, Revenue> cells = new HashMap<>();
    lake.table(TableId.gold(table.table()))
        .forEach(
            state ->
                gold.forEach(
                    table,
                    state.version(),
                    cell -> cells.merge(cell.key(), cell.revenue(), Revenue::plus)));
    return cells;
  }

  private static GoldForecast compared(
      GoldProjection table, Map<GoldKey, Revenue> now, Map<GoldKey, Revenue> then) {
    long both = then.keySet().stream().filter(now::containsKey).count();
    long same =
        then.entrySet().stream()
            .filter(cell -> cell.getValue().equals(now.get(cell.getKey())))
            .count();
    return new GoldForecast(
        table.table(), sum(now), sum(then), then.size() - both, now.size() - both, both - same);
  }

  private static Revenue sum(Map<GoldKey, Revenue> cells) {
    return cells.values().stream().reduce(Revenue.ZERO, Revenue::plus);
  }
}
