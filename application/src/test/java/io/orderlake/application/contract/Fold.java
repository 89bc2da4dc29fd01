package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

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
    Map<GoldKey, Figures> cells = new HashMap<>();
    rows.forEach(
        row ->
            cells.merge(
                projection.keyOf(Sale.of(row)),
                projection.measures().of(Sale.of(row)),
                Figures::plus));
    return cells;
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
