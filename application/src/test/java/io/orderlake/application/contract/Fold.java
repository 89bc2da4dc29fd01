package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.gold.CellSum;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a Gold table has to hold: the fold of Silver's rows, in a loop. */
public final class Fold {
  private Fold() {}

  static Map<GoldKey, Figures> of(List<RefinedOrder> rows, GoldProjection projection) {
    Map<GoldKey, CellSum> cells = new HashMap<>();
    rows.forEach(
        row ->
            cells
                .computeIfAbsent(
                    projection.keyOf(Sale.of(row)), key -> new CellSum(projection.measures()))
                .add(Sale.of(row)));
    Map<GoldKey, Figures> figures = new HashMap<>();
    cells.forEach((key, sum) -> figures.put(key, sum.figures()));
    return figures;
  }

  /** Every Gold table of the lake holds that, and something. */
  public static void assertIsGold(LakeLab lake, String when) {
    for (GoldProjection projection : lake.projections()) {
      assertThat(lake.cells(projection))
          .as("%s, %s", when, projection.table())
          .isEqualTo(of(lake.silverRows(), projection))
          .isNotEmpty();
    }
  }
}
