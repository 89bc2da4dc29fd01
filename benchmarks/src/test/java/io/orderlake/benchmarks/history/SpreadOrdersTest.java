package io.orderlake.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderlake.application.generate.Expectation;
import io.vavr.Tuple2;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class SpreadOrdersTest {
  private static final LocalDate FROM = LocalDate.of(2025, 11, 1);
  private static final SpreadOrders ORDERS = new SpreadOrders(800, 400, FROM, 10, 7);

  private static List<SentOrder> orders(SpreadOrders orders, int partition) {
    return Iterator.ofAll(() -> orders.orders(partition)).toList();
  }

  private static Expectation.Sale sale(SentOrder sent) {
    return ((Expectation.Refined) sent.order().expectation()).sale();
  }

  @Test
  void each_partition_has_its_share_of_every_day() {
    for (int partition = 0; partition < SpreadOrders.PARTITIONS; partition++) {
      assertThat(
              orders(ORDERS, partition)
                  .map(sent -> LocalDate.ofInstant(sale(sent).eventTime(), ZoneOffset.UTC))
                  .groupBy(day -> day)
                  .mapValues(List::size))
          .isEqualTo(List.range(0, 10).toMap(day -> new Tuple2<>(FROM.plusDays(day), 10)));
    }
    assertThat(ORDERS.firstOffset()).isEqualTo(200);
  }

  @Test
  void no_two_are_one_event_and_all_cities_have_some() {
    List<SentOrder> all = List.range(0, SpreadOrders.PARTITIONS).flatMap(p -> orders(ORDERS, p));

    assertThat(all.map(sent -> sent.order().eventId()).distinct()).hasSize(400);
    assertThat(all.map(sent -> sale(sent).city()).distinct()).hasSize(7);
    SpreadOrders next = new SpreadOrders(1_200, 400, FROM, 10, 7);
    assertThat(orders(next, 0).map(sent -> sent.order().eventId()))
        .doesNotContainAnyElementsOf(all.map(sent -> sent.order().eventId()));
  }

  @Test
  void what_cannot_be_shared_out_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SpreadOrders(0, 401, FROM, 10, 7))
        .withMessageContaining("401");
  }
}
