package io.orderlake.adapters.console.gold;

import io.orderlake.adapters.console.explain.ExplainPage;
import io.orderlake.adapters.console.html.Link;
import io.orderlake.adapters.console.page.PageRequest;
import io.orderlake.domain.gold.Dimension;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import java.util.Map;

/** Where cells lead: to what they were added up from, as of the same lake version. */
final class CellLinks {
  private CellLinks() {}

  /** To the explanation of a cell. */
  static Link explanation(GoldProjection table, GoldKey key, LakeVersion lake) {
    Link link = Link.to(ExplainPage.PATH).with(GoldQuestion.TABLE, table.table());
    for (Map.Entry<String, String> text : table.named(key).entrySet()) {
      link = link.with(text.getKey(), text.getValue());
    }
    return link.with(table.time().name(), key.time().toString())
        .with(PageRequest.AS_OF, lake.number());
  }

  /**
   * From a grid's cell: to its explanation where it is one cell of the table; else to those that
   * were added up in it.
   */
  static Link inGrid(
      GoldProjection table,
      Dimension by,
      String currency,
      String text,
      Comparable<?> time,
      LakeVersion lake) {
    if (table.dimensions().size() == 2) {
      return explanation(
          table, table.key(table.texts(each -> each == by ? text : currency), time), lake);
    }
    return Link.to(GoldFiguresPage.PATH)
        .with(GoldQuestion.TABLE, table.table())
        .with(by.column(), text)
        .with(Dimension.CURRENCY.column(), currency)
        .with(GoldQuestion.FROM, time.toString())
        .with(PageRequest.AS_OF, lake.number());
  }
}
