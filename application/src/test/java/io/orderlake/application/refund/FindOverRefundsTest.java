package io.orderlake.application.refund;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Pipeline;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.refund.OverRefunds.Excess;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryLakeLookup;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemorySilverView;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.gold.OrderBalance;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.order.RuleSettings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FindOverRefundsTest {
  private final InMemoryLake lake = new InMemoryLake();
  private final Pipeline pipeline = new Pipeline(lake, new PlainOrderEventDecoder(), 7);

  private void refined(Sent... records) {
    lake.store(List.of(records));
    pipeline.silver();
  }

  private OverRefunds found(int limit, int ordersAtOnce) {
    InMemorySilverView silver = new InMemorySilverView();
    pipeline
        .lake()
        .table(TableId.SILVER_ORDERS)
        .forEach(
            state -> {
              for (long version = 0; version < state.version(); version++) {
                silver.append(List.of());
              }
              silver.append(lake.silverRows());
            });
    InMemoryLakeLookup lookup =
        new InMemoryLakeLookup(
            new InMemoryBronzeView(), silver, new InMemoryQuarantineView(), new InMemoryGoldView());
    return new FindOverRefunds(pipeline.versions(), lookup, ordersAtOnce)
        .find(AsOf.NEWEST, limit)
        .get();
  }

  private OverRefunds found() {
    return found(10, 100);
  }

  private static Sent sale(String eventId, String orderId, String amount) {
    return sent(Event.v2(eventId), orderId, amount);
  }

  private static Sent refund(String eventId, String orderId, String amount) {
    return sent(Event.refund(eventId).without("discount"), orderId, amount);
  }

  private static Sent sent(Event event, String orderId, String amount) {
    return Sent.to(
        0, event.text("order_id", orderId).with("quantity", "1").text("unit_price", amount));
  }

  @Test
  void an_empty_lake_and_one_without_refunds_have_none() {
    assertThat(found().orders()).isZero();
    refined(sale("e-1", "o-1", "10.00"));
    assertThat(found().orders()).isZero();
    assertThat(found().warnings()).isEmpty();
  }

  @Test
  void an_order_is_named_once_more_was_given_back_than_it_sold() {
    refined(sale("e-1", "o-1", "10.00"), sale("e-2", "o-1", "5.00"));
    refined(refund("r-1", "o-1", "15.00"), sale("e-3", "o-2", "1.00"));
    assertThat(found().orders()).isZero();
    refined(refund("r-2", "o-1", "0.50"));

    OverRefunds found = found();
    assertThat(found.beyond()).containsExactly(entryOf("USD", 1, "0.50"));
    assertThat(found.greatest())
        .containsExactly(new OrderBalance("o-1", "USD", Amount.of("15.00"), Amount.of("15.50")));
    assertThat(found.warnings()).containsExactly(tuple("refund_beyond_order", 1));
  }

  @Test
  void a_refund_of_an_order_without_a_sale_is_told_apart() {
    refined(refund("r-1", "o-1", "15.00"), sale("e-1", "o-2", "1"), refund("r-2", "o-2", "3"));

    OverRefunds found = found();
    assertThat(found.beyond()).containsExactly(entryOf("USD", 1, "2.00"));
    assertThat(found.withoutSale()).containsExactly(entryOf("USD", 1, "15.00"));
    assertThat(found.greatest().map(OrderBalance::orderId)).containsExactly("o-2", "o-1");
    assertThat(found.warnings())
        .containsExactly(tuple("refund_beyond_order", 1), tuple("refund_without_sale", 1));
  }

  @Test
  void a_refund_that_overtook_its_sale_is_none_once_the_sale_is_there() {
    refined(refund("r-1", "o-1", "15.00"));
    assertThat(found().orders()).isEqualTo(1);
    refined(sale("e-1", "o-1", "15.00"));

    assertThat(found().orders()).isZero();
  }

  @Test
  void a_sale_that_is_cancelled_afterwards_counts_no_longer() {
    refined(sale("e-1", "o-1", "15.00"), refund("r-1", "o-1", "15.00"));
    assertThat(found().orders()).isZero();
    refined(Sent.to(1, Event.cancellation("e-1")));
    assertThat(found().withoutSale()).containsExactly(entryOf("USD", 1, "15.00"));
    refined(Sent.to(1, Event.cancellation("r-1")));

    assertThat(found().orders()).isZero();
  }

  @Test
  void a_question_that_makes_no_sense_is_said_to() {
    assertThat(
            new FindOverRefunds(
                    pipeline.versions(),
                    new InMemoryLakeLookup(
                        new InMemoryBronzeView(),
                        new InMemorySilverView(),
                        new InMemoryQuarantineView(),
                        new InMemoryGoldView()))
                .find(AsOf.NEWEST, -1)
                .getLeft())
        .contains("0 or more", "-1");
  }

  /** Whatever arrives when, and however few orders are looked at in one go. */
  @Test
  void what_is_found_in_any_history_is_what_its_events_come_to() {
    pipeline.judgeBy(RuleSettings.DEFAULTS.withCurrencies(Currencies.of("USD", "EUR")));
    long seed = 1820;
    Random random = new Random(seed);
    Map<String, Long> cents = new TreeMap<>();
    List<Sent> history = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      boolean isRefund = random.nextInt(3) == 0;
      String currency = random.nextInt(4) == 0 ? "EUR" : "USD";
      String order = "o-" + random.nextInt(60);
      long amount = random.nextLong(1, 5_000);
      Event event = isRefund ? Event.refund("e-" + i).without("discount") : Event.v2("e-" + i);
      String price = amount / 100 + "." + (amount % 100 < 10 ? "0" : "") + amount % 100;
      history.add(sent(event.text("currency", currency), order, price));
      if (random.nextInt(8) == 0) {
        history.add(Sent.to(1, Event.cancellation("e-" + i)));
      } else {
        cents.merge(currency + " " + order, isRefund ? amount : -amount, Long::sum);
      }
    }
    Collections.shuffle(history, random);
    for (int i = 0; i < history.size(); i += 50) {
      refined(history.subList(i, Math.min(history.size(), i + 50)).toArray(Sent[]::new));
    }
    Map<String, Long> expected = new TreeMap<>(cents);
    expected.values().removeIf(excess -> excess <= 0);

    assertThat(expected).as("seed %d", seed).hasSizeGreaterThan(5);
    for (int ordersAtOnce : new int[] {1, 7, 1_000}) {
      OverRefunds found = found(1_000, ordersAtOnce);
      Map<String, Long> named = new TreeMap<>();
      found
          .greatest()
          .forEach(
              balance ->
                  named.put(
                      balance.currency() + " " + balance.orderId(),
                      balance.excess().value().movePointRight(2).longValueExact()));
      assertThat(named).as("seed %d, %d at once", seed, ordersAtOnce).isEqualTo(expected);
      assertThat(found.orders()).isEqualTo(expected.size());
      assertThat(sum(found)).isEqualTo(expected.values().stream().mapToLong(n -> n).sum());
      assertThat(found(3, ordersAtOnce).greatest()).isEqualTo(found.greatest().take(3));
    }
  }

  private static long sum(OverRefunds found) {
    return found
        .beyond()
        .values()
        .appendAll(found.withoutSale().values())
        .map(excess -> excess.amount().value().movePointRight(2).longValueExact())
        .sum()
        .longValue();
  }

  private static io.vavr.Tuple2<String, Excess> entryOf(
      String currency, long orders, String amount) {
    return io.vavr.Tuple.of(currency, new Excess(orders, Amount.of(amount)));
  }

  private static io.vavr.Tuple2<String, Long> tuple(String code, long orders) {
    return io.vavr.Tuple.of(code, orders);
  }
}
