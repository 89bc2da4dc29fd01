package io.orderlake.bootstrap.terminal;

import io.orderlake.answers.text.Numbers;
import io.orderlake.application.refund.OverRefunds;
import io.orderlake.application.refund.OverRefunds.Excess;
import io.orderlake.domain.gold.OrderBalance;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

/** Orders that were given back beyond what they sold, for people. */
public record OverRefundsText(OverRefunds found) {
  /** A table of them, with how many there are below; or that there are none. */
  public List<String> table() {
    TextTable table =
        TextTable.of(
            TextTable.left("order_id"),
            TextTable.left("currency"),
            TextTable.right("sold"),
            TextTable.right("refunded"),
            TextTable.right("excess"));
    for (OrderBalance balance : found.greatest()) {
      table =
          table.row(
              balance.orderId(),
              balance.currency(),
              Numbers.money(balance.sold().value()),
              Numbers.money(balance.refunded().value()),
              Numbers.money(balance.excess().value()));
    }
    String lake = " (lake version " + found.lake().number() + ")";
    return found.orders() == 0
        ? List.of("no order was given back beyond what it sold" + lake)
        : table
            .lines()
            .append(
                found.greatest().size()
                    + " of "
                    + Numbers.count(found.orders(), "order")
                    + "; "
                    + sentence().get()
                    + lake);
  }

  /** All of them in a sentence; none where there are none. */
  public Option<String> sentence() {
    List<String> parts =
        List.of(
                part(found.beyond(), "given back beyond what they sold"),
                part(found.withoutSale(), "given back without a sale"))
            .flatMap(part -> part);
    return Option.when(parts.nonEmpty(), () -> parts.mkString("; "));
  }

  /** For whoever looked for something else. */
  public Option<String> warning() {
    return sentence().map(says -> "! orders " + says + ": `orderlake refunds` names them");
  }

  private static Option<String> part(SortedMap<String, Excess> byCurrency, String how) {
    return Option.when(
        byCurrency.nonEmpty(),
        () ->
            how
                + ": "
                + byCurrency
                    .map(
                        one ->
                            Numbers.count(one._2.orders())
                                + " by "
                                + Numbers.money(one._2.amount().value())
                                + " "
                                + one._1)
                    .mkString(", "));
  }
}
