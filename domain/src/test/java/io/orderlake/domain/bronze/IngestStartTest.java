package io.orderlake.domain.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import org.junit.jupiter.api.Test;

class IngestStartTest {
  private static final TopicPartition P0 = new TopicPartition("orders", 0);
  private static final TopicPartition P1 = new TopicPartition("orders", 1);
  private static final OffsetGap GAP = new OffsetGap(P0, 120, 450);

  private final SortedMap<TopicPartition, Long> stored = TreeMap.of(P0, 120L, P1, 7L);

  @Test
  void a_topic_that_has_what_bronze_needs_next_is_gone_on_with() {
    assertThat(start(Option.some("A"), "A", 0, 0).problem()).isEmpty();
    assertThat(start(Option.some("A"), "A", 120, 7).problem()).isEmpty();
  }

  @Test
  void a_lake_that_did_not_keep_the_topic_s_id_takes_any() {
    assertThat(start(Option.none(), "A", 0, 0).problem()).isEmpty();
  }

  @Test
  void every_partition_that_lost_something_is_named_with_what_to_do() {
    assertThat(start(Option.some("A"), "A", 450, 8).problem().get())
        .contains(
            "orders-0 begins at offset 450, Bronze holds it up to 120, so 330 offsets are lost",
            "orders-1 begins at offset 8, Bronze holds it up to 7, so 1 offset is lost",
            "orderlake ingest --accept-gap orders/0:120-449 --accept-gap orders/1:7-7");
  }

  @Test
  void another_topic_of_the_name_is_named_before_what_it_lacks() {
    assertThat(start(Option.some("A"), "B", 450, 0).problem().get())
        .contains("made anew", "of id A, this one's is B", "kafka.topic")
        .doesNotContain("--accept-gap");
  }

  @Test
  void a_topic_that_ends_before_bronze_does_is_another_one() {
    IngestStart start =
        new IngestStart(
            "orders",
            Option.none(),
            stored,
            new SourceState(Option.none(), TreeMap.of(P0, 0L), TreeMap.of(P0, 119L)));

    assertThat(start.problem().get()).contains("orders-0 up to offset 120", "ends at 119");
  }

  @Test
  void a_partition_that_is_gone_is_one_of_another_topic() {
    IngestStart start =
        new IngestStart(
            "orders",
            Option.none(),
            stored,
            new SourceState(Option.none(), TreeMap.of(P0, 0L), TreeMap.of(P0, 500L)));

    assertThat(start.problem().get()).contains("orders-1", "has no such partition");
  }

  @Test
  void exactly_the_gap_that_is_there_can_be_gone_past() {
    IngestStart start = start(Option.some("A"), "A", 450, 0);

    assertThat(start.accept(GAP).get()).isEqualTo(GAP);
    assertThat(start.accept(new OffsetGap(P0, 120, 451)).getLeft())
        .contains("there is no gap orders/0:120-450", "--accept-gap orders/0:120-449");
    assertThat(start(Option.some("A"), "A", 0, 0).accept(GAP).getLeft())
        .contains("Kafka has all that Bronze needs next");
  }

  @Test
  void no_gap_of_another_topic_can_be_gone_past() {
    assertThat(start(Option.some("A"), "B", 450, 0).accept(GAP).getLeft()).contains("made anew");
  }

  @Test
  void a_gap_is_named_by_its_first_and_last_offset_and_read_back() {
    assertThat(GAP).hasToString("orders/0:120-449");
    assertThat(OffsetGap.parse("orders/0:120-449").get()).isEqualTo(GAP);
    assertThat(OffsetGap.parse("eu.orders-v2_x/12:0-0").get().size()).isEqualTo(1);
  }

  @Test
  void what_names_no_gap_is_told_with_an_example() {
    for (String text :
        new String[] {"", "orders", "orders/0", "orders/0:5", "orders/0:5-4", "a/b:1-2"}) {
      assertThat(OffsetGap.parse(text).getLeft()).contains("'" + text + "'", "orders/0:120-449");
    }
  }

  private IngestStart start(Option<String> known, String now, long begins0, long begins1) {
    return new IngestStart(
        "orders",
        known,
        stored,
        new SourceState(
            Option.some(now), TreeMap.of(P0, begins0, P1, begins1), TreeMap.of(P0, 500L, P1, 9L)));
  }
}
