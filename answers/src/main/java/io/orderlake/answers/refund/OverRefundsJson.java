package io.orderlake.answers.refund;

import io.orderlake.answers.text.Csv;
import io.orderlake.application.refund.OverRefunds;
import io.orderlake.application.refund.OverRefunds.Excess;
import io.orderlake.domain.gold.OrderBalance;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders that were given back beyond what they sold, for spreadsheets and programs. */
public final class OverRefundsJson {
  private OverRefundsJson() {}

  /** With a head; decimals in full. */
  public static List<Csv.Row> csv(OverRefunds found) {
    return found
        .greatest()
        .toList()
        .map(
            balance ->
                Csv.Row.of(
                    balance.orderId(),
                    balance.currency(),
                    balance.sold().value(),
                    balance.refunded().value(),
                    balance.excess().value()))
        .prepend(Csv.Row.of("order_id", "currency", "sold", "refunded", "excess"));
  }

  /** What {@code refunds --json} prints. */
  public static Map<String, Object> of(OverRefunds found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("lake_version", found.lake().number());
    json.putAll(counts(found));
    json.put("greatest", found.greatest().map(OverRefundsJson::of).toJavaList());
    return json;
  }

  /** How many there are. */
  public static Map<String, Object> counts(OverRefunds found) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("beyond", json(found.beyond()));
    json.put("without_sale", json(found.withoutSale()));
    return json;
  }

  private static Map<String, Object> json(SortedMap<String, Excess> byCurrency) {
    Map<String, Object> json = new LinkedHashMap<>();
    byCurrency.forEach(
        (currency, excess) ->
            json.put(
                currency, Map.of("orders", excess.orders(), "excess", excess.amount().plain())));
    return json;
  }

  /** One order, for programs. */
  public static Map<String, Object> of(OrderBalance balance) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("order_id", balance.orderId());
    json.put("currency", balance.currency());
    json.put("sold", balance.sold().plain());
    json.put("refunded", balance.refunded().plain());
    json.put("excess", balance.excess().plain());
    return json;
  }
}
