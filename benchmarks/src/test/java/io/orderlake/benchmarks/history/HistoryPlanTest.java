package io.orderlake.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.generate.GeneratedOrder;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HistoryPlanTest {
  private static final HistoryPlan PLAN = new HistoryPlan(40_003, EventIds.BY_TIME);

  private static List<HistoryPlan.Cell> cells(int partition) {
    return List.range(0, HistoryPlan.DAYS).map(day -> new HistoryPlan.Cell(day, partition));
  }

  private static List<SentOrder> orders(HistoryPlan plan, HistoryPlan.Cell cell) {
    return Iterator.ofAll(() -> plan.orders(cell)).toList();
  }

  @Test
  void the_cells_hold_exactly_the_events_asked_for() {
    long events =
        List.range(0, HistoryPlan.PARTITIONS)
            .flatMap(HistoryPlanTest::cells)
            .map(PLAN::count)
            .sum()
            .longValue();

    assertThat(events).isEqualTo(PLAN.events());
    HistoryPlan.Cell cell = new HistoryPlan.Cell(7, 2);
    assertThat(orders(PLAN, cell)).hasSize(PLAN.count(cell));
  }

  @Test
  void the_offsets_of_a_partition_have_no_gap() {
    for (int partition = 0; partition < HistoryPlan.PARTITIONS; partition++) {
      long next = 0;
      for (HistoryPlan.Cell cell : cells(partition)) {
        assertThat(PLAN.firstOffset(cell)).isEqualTo(next);
        next += PLAN.count(cell);
      }
    }
  }

  @Test
  void events_come_in_the_order_of_time_and_on_their_day() {
    HistoryPlan.Cell cell = new HistoryPlan.Cell(HistoryPlan.DAYS - 1, 0);

    List<SentOrder> orders = orders(PLAN, cell);

    assertThat(orders.map(SentOrder::at).asJava()).isSorted();
    assertThat(orders.last().at()).isBefore(HistoryPlan.end());
    assertThat(orders.head().at().toString()).startsWith(cell.date().toString());
  }

  @Test
  void the_same_plan_gives_the_same_events() {
    HistoryPlan.Cell cell = new HistoryPlan.Cell(3, 1);

    assertThat(texts(cell)).isEqualTo(texts(cell));
  }

  private static List<String> texts(HistoryPlan.Cell cell) {
    return orders(PLAN, cell).map(sent -> new String(sent.order().value(), StandardCharsets.UTF_8));
  }

  @Test
  void any_refined_event_is_one_of_the_history() {
    long seed = 11;
    GeneratedOrder order = PLAN.anyRefined(new SplittableRandom(seed));

    List<String> ids =
        List.range(0, HistoryPlan.PARTITIONS)
            .flatMap(HistoryPlanTest::cells)
            .flatMap(cell -> orders(PLAN, cell))
            .map(SentOrder::order)
            .filter(SentOrder::isRefined)
            .map(GeneratedOrder::eventId);
    assertThat(ids).as("seed %d", seed).contains(order.eventId());
  }
}
