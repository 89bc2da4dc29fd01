package io.orderlake.application.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.application.twin.InMemorySourceRecords;
import io.vavr.collection.Vector;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewestRecordsTest {
  private static final String TOPIC = "shop-orders";

  private final InMemoryOrderEventLog log = new InMemoryOrderEventLog(TOPIC, 3);
  private final NewestRecords newest =
      new NewestRecords(topic -> new TopicOfLog(topic, log), new InMemorySourceRecords(log));
  private boolean all;

  /** Into a partition of the topic's three. */
  private void store(int partition, int records) {
    String key =
        List.of("0", "1", "2").stream()
            .filter(k -> k.hashCode() % 3 == partition)
            .findFirst()
            .orElseThrow();
    for (int i = 0; i < records; i++) {
      log.publish(key, "x".getBytes(UTF_8), delivery -> {});
    }
  }

  private List<String> read(long most) {
    List<String> read = new ArrayList<>();
    all = newest.forEach(Vector.of(TOPIC), most, record -> read.add(record.source().toString()));
    return read.stream().map(position -> position.substring(TOPIC.length() + 1)).toList();
  }

  @Test
  void each_partition_gives_its_newest_the_oldest_of_them_first() {
    store(0, 5);
    store(1, 5);
    store(2, 5);

    assertThat(read(6)).containsExactly("0@3", "0@4", "1@3", "1@4", "2@3", "2@4");
    assertThat(all).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"1,1", "2,2", "7,7", "10,10", "16,16", "17,17", "18,17"})
  void what_a_small_partition_does_not_have_the_others_give(long most, int expected) {
    store(0, 1);
    store(2, 16);

    assertThat(read(most)).doesNotHaveDuplicates().hasSize(expected);
    assertThat(all).isEqualTo(most >= 17);
  }

  @Test
  void offsets_without_a_record_are_passed_over_and_it_goes_back_further() {
    for (int i = 0; i < 4; i++) {
      var kept = log.begin();
      kept.publish("kept".getBytes(UTF_8));
      kept.end(true);
      var aborted = log.begin();
      aborted.publish("aborted".getBytes(UTF_8));
      aborted.end(false);
    }

    assertThat(read(3)).containsExactly("0@4", "0@8", "0@12");
    assertThat(all).isFalse();
    assertThat(read(4)).containsExactly("0@0", "0@4", "0@8", "0@12");
    assertThat(all).isTrue();
    assertThat(read(100)).hasSize(4);
  }

  @Test
  void what_kafka_has_removed_or_a_transaction_holds_back_is_not_read() {
    store(0, 4);
    log.expire(0, 2);
    log.begin().publish("open".getBytes(UTF_8));
    store(0, 1);

    assertThat(read(10)).containsExactly("0@2", "0@3");
    assertThat(all).isTrue();
  }

  @Test
  void an_empty_topic_has_none() {
    assertThat(read(10)).isEmpty();
    assertThat(all).isTrue();
  }
}
