package io.orderlake.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.generate.Expectation;
import io.orderlake.domain.lake.Conservation;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import org.junit.jupiter.api.Test;

final class NewRecordsTest {
  private static final HistoryPlan PLAN = new HistoryPlan(36_000, EventIds.BY_TIME);

  private static List<SentOrder> orders(NewRecords records) {
    return Iterator.ofAll(records::orders).toList();
  }

  @Test
  void one_in_a_hundred_repeats_an_event_of_the_history() {
    NewRecords records = new NewRecords(PLAN, 0, 10_000);

    Conservation expected = records.expected();

    assertThat(expected.holds()).isTrue();
    assertThat(expected.read()).isEqualTo(10_000);
    assertThat(expected.duplicates()).isBetween(50L, 150L);
    assertThat(expected.refined()).isGreaterThan(9_000);
    assertThat(
            orders(records)
                .count(sent -> sent.order().expectation() instanceof Expectation.Duplicate))
        .isEqualTo((int) expected.duplicates());
  }

  @Test
  void batches_share_no_event_but_those_of_the_history() {
    List<String> first = newIds(new NewRecords(PLAN, 0, 2_000));
    List<String> second = newIds(new NewRecords(PLAN, 1, 2_000));

    assertThat(first.toSet().intersect(second.toSet())).isEmpty();
  }

  private static List<String> newIds(NewRecords records) {
    return orders(records)
        .map(SentOrder::order)
        .filter(SentOrder::isRefined)
        .map(order -> String.valueOf(order.eventId()));
  }

  @Test
  void a_batch_comes_after_the_history_and_after_the_batch_before() {
    List<SentOrder> first = orders(new NewRecords(PLAN, 0, 100));
    List<SentOrder> second = orders(new NewRecords(PLAN, 1, 100));

    assertThat(first.head().at()).isEqualTo(HistoryPlan.end());
    assertThat(second.head().at()).isAfter(first.last().at());
  }
}
