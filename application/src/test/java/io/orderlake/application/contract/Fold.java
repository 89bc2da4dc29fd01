package io.orderlake.application.contract;

import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a Gold table has to hold: the fold of Silver's rows, in a loop. */
final class Fold {
  private Fold() {}

  static Map<GoldKey, Revenue> of(List<RefinedOrder> rows, GoldProjection projection) {
    Map<GoldKey, Revenue> cells = new HashMap<>();
    rows.forEach(
        row -> cells.merge(projection.keyOf(Sale.of(row)), Sale.of(row).revenue(), Revenue::plus));
    return cells;
  }
}
