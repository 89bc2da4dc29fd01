package io.orderlake.benchmarks.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.generate.GeneratedOrder;
import io.vavr.collection.HashMap;
import io.vavr.collection.Iterator;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class EventIdsTest {
  private static final HistoryPlan.Cell CELL = new HistoryPlan.Cell(5, 0);

  private static List<GeneratedOrder> orders(EventIds ids) {
    HistoryPlan plan = new HistoryPlan(720_000, ids);
    return Iterator.ofAll(() -> plan.orders(CELL)).map(SentOrder::order).toList();
  }

  @Test
  void random_ids_are_of_version_4_and_stand_in_the_event() {
    for (GeneratedOrder order : orders(EventIds.RANDOM).filter(SentOrder::isRefined)) {
      UUID id = UUID.fromString(order.eventId());
      assertThat(id.version()).isEqualTo(4);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(new String(order.value(), UTF_8)).contains(id.toString());
    }
  }

  @Test
  void events_of_one_id_stay_events_of_one_id_and_no_others_become_so() {
    List<GeneratedOrder> before = orders(EventIds.BY_TIME);
    List<GeneratedOrder> after = orders(EventIds.RANDOM);

    Map<String, String> names = HashMap.empty();
    for (int i = 0; i < before.size(); i++) {
      String id = before.get(i).eventId();
      if (id != null) {
        assertThat(names.get(id).getOrElse(String.valueOf(after.get(i).eventId())))
            .isEqualTo(after.get(i).eventId());
        names = names.put(id, String.valueOf(after.get(i).eventId()));
      }
    }
    assertThat(names.values().toSet()).hasSize(names.size());
    assertThat(names.size()).isLessThan(before.size());
  }
}
