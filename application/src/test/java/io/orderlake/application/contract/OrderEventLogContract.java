package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What every {@link OrderEventLog} promises. Each test uses a log of its own, empty at first. */
public interface OrderEventLogContract {
  /** A new, empty stream. */
  Stream newStream();

  /** A stream with more than one partition, and what its readers see. */
  interface Stream {
    OrderEventLog open();

    /** All stored records, each partition's in its order. */
    List<Stored> stored();

    /** A log whose every publishing fails. */
    OrderEventLog openBroken();
  }

  /** A record as a reader sees it. */
  record Stored(SourcePosition position, String key, String value) {}

  @Test
  default void what_is_acknowledged_lies_at_the_position_named() {
    Stream stream = newStream();
    Map<SourcePosition, String> acknowledged = new HashMap<>();
    try (OrderEventLog log = stream.open()) {
      for (int i = 0; i < 500; i++) {
        String value = "event " + i;
        log.publish(
            "order " + i % 20,
            value.getBytes(UTF_8),
            delivery -> {
              synchronized (acknowledged) {
                acknowledged.put(((Delivery.Acknowledged) delivery).position(), value);
              }
            });
      }
    }

    Map<SourcePosition, String> stored = new HashMap<>();
    stream.stored().forEach(record -> stored.put(record.position(), record.value()));
    assertThat(acknowledged).hasSize(500);
    assertThat(stored).isEqualTo(acknowledged);
  }

  @Test
  default void records_of_one_key_keep_their_order_in_one_partition() {
    Stream stream = newStream();
    try (OrderEventLog log = stream.open()) {
      for (int i = 0; i < 300; i++) {
        log.publish("order " + i % 7, Integer.toString(i).getBytes(UTF_8), delivery -> {});
      }
    }

    Map<String, List<Integer>> byKey = new HashMap<>();
    Map<String, Integer> partitions = new HashMap<>();
    for (Stored record : stream.stored()) {
      byKey
          .computeIfAbsent(record.key(), k -> new ArrayList<>())
          .add(Integer.valueOf(record.value()));
      int partition = record.position().partition();
      assertThat(partitions.computeIfAbsent(record.key(), k -> partition)).isEqualTo(partition);
    }
    assertThat(byKey).hasSize(7);
    assertThat(byKey.values()).allSatisfy(values -> assertThat(values).isSorted());
  }

  @Test
  default void different_keys_spread_over_partitions() {
    Stream stream = newStream();
    try (OrderEventLog log = stream.open()) {
      for (int i = 0; i < 100; i++) {
        log.publish("order " + i, new byte[] {'x'}, delivery -> {});
      }
    }

    assertThat(stream.stored().stream().map(s -> s.position().partition()).distinct().count())
        .isGreaterThan(1);
  }

  @Test
  default void a_record_may_have_no_key_and_any_bytes() {
    Stream stream = newStream();
    try (OrderEventLog log = stream.open()) {
      log.publish(null, "{\"open".getBytes(UTF_8), delivery -> {});
      log.publish(null, new byte[0], delivery -> {});
      log.publish("", "ü".getBytes(UTF_8), delivery -> {});
    }

    List<Stored> stored = stream.stored();
    assertThat(stored).extracting(Stored::value).containsExactlyInAnyOrder("{\"open", "", "ü");
    assertThat(stored).extracting(Stored::key).containsExactlyInAnyOrder(null, null, "");
  }

  @Test
  default void after_a_flush_everything_is_acknowledged() {
    ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    try (OrderEventLog log = newStream().open()) {
      for (int i = 0; i < 50; i++) {
        log.publish("order", new byte[] {'x'}, deliveries::add);
      }
      log.flush();

      assertThat(deliveries).hasSize(50).allMatch(d -> d instanceof Delivery.Acknowledged);
    }
  }

  @Test
  default void opened_again_it_goes_on_behind_what_is_stored() {
    Stream stream = newStream();
    for (String value : List.of("first", "second")) {
      try (OrderEventLog log = stream.open()) {
        log.publish("order", value.getBytes(UTF_8), delivery -> {});
      }
    }

    assertThat(stream.stored()).extracting(Stored::value).containsExactly("first", "second");
  }

  @Test
  default void what_cannot_be_stored_is_reported_with_a_reason() {
    ConcurrentLinkedQueue<Delivery> deliveries = new ConcurrentLinkedQueue<>();
    try (OrderEventLog log = newStream().openBroken()) {
      log.publish("order", new byte[] {'x'}, deliveries::add);
      log.publish("order", new byte[] {'y'}, deliveries::add);
      log.flush();
    }

    assertThat(deliveries)
        .hasSize(2)
        .allSatisfy(d -> assertThat(((Delivery.Failed) d).message()).isNotBlank());
  }

  @Test
  default void closing_twice_is_closing_once() {
    Stream stream = newStream();
    OrderEventLog log = stream.open();
    log.publish("order", new byte[] {'x'}, delivery -> {});
    log.close();

    assertThatCode(log::close).doesNotThrowAnyException();
    assertThat(stream.stored()).hasSize(1);
  }
}
