package io.orderlake.application.audit;

import io.orderlake.application.audit.scan.PublishedGold;
import io.orderlake.application.audit.spill.Fact;
import io.orderlake.application.audit.spill.FactLayout;
import io.orderlake.application.audit.spill.Fingerprints;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection.TimeColumn;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fingerprints of cells, remembered for a while since events that come together share them. */
final class CellKeys {
  private static final int REMEMBERED = 50_000;

  /** A longer name would cost more memory than it saves time. */
  private static final int REMEMBERED_TEXT = 200;

  private final Desk desk;
  private final List<Map<GoldKey, Option<ContentHash>>> known = new ArrayList<>();

  CellKeys(Desk desk) {
    this.desk = desk;
    desk.gold().forEach(table -> known.add(new HashMap<>()));
  }

  /** Says which cells the order falls into and what it adds to them. */
  void contribute(Fact fact, RefinedOrder order) {
    Sale sale = Sale.of(order);
    FactLayout layout = desk.facts().layout();
    fact.adds(layout.measures().of(sale), layout);
    if (layout.countsOrders()) {
      fact.isOfOrder(ContentHash.of(sale.orderId()), layout);
    }
    for (int table = 0; table < known.size(); table++) {
      int number = table;
      GoldKey key = desk.gold().get(table).projection().keyOf(sale);
      cell(table, key).forEach(cell -> fact.fallsInto(number, cell));
    }
  }

  /** The cell's fingerprint, or none when the cell is out of scope. */
  Option<ContentHash> cell(int table, GoldKey key) {
    if (key.texts().stream().mapToInt(String::length).sum() > REMEMBERED_TEXT) {
      return fingerprint(desk.gold().get(table), key);
    }
    Map<GoldKey, Option<ContentHash>> cells = known.get(table);
    if (cells.size() >= REMEMBERED) {
      cells.clear();
    }
    return cells.computeIfAbsent(key, absent -> fingerprint(desk.gold().get(table), absent));
  }

  private Option<ContentHash> fingerprint(PublishedGold gold, GoldKey key) {
    Instant start =
        gold.projection().time().kind() == TimeColumn.Kind.INSTANT
            ? key.instant()
            : key.date().atStartOfDay(desk.zone()).toInstant();
    return Option.when(
        desk.scope().holds(start), () -> Fingerprints.cell(gold.projection().table(), key));
  }
}
