package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.fixture.Timestamps;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BronzeView} promises. */
public abstract class BronzeViewContract {
  private static final Instant RECEIVED = Instant.parse("2026-11-22T10:15:30.123Z");
  private static final TopicPartition ORDERS_0 = new TopicPartition("orders", 0);
  private static final TopicPartition ORDERS_1 = new TopicPartition("orders", 1);
  private static final TopicPartition ORDERS_10 = new TopicPartition("orders", 10);
  private static final TopicPartition RETURNS_0 = new TopicPartition("returns.v2-eu_west", 0);

  /** One view, over the Bronze that {@link #commit} fills. */
  protected abstract BronzeView view();

  /**
   * Commits to Bronze.
   *
   * @param nextOffsets of the partitions that this commit took records from
   * @return the version committed
   */
  protected abstract long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets);

  /**
   * Appends to Bronze, in one commit.
   *
   * @param sequence the commit's ingest sequence
   * @return the table version committed
   */
  protected abstract long append(long sequence, List<BronzeRecord> records);

  /**
   * Commits the acceptance of a gap, and no record.
   *
   * @return the table version committed
   */
  protected abstract long accept(OffsetGap gap);

  /**
   * Commits where a partition's records end, and no record.
   *
   * @return the table version committed
   */
  protected abstract long end(TopicPartition partition, long end);

  /** Commits that Bronze is filled from the topic of that id. */
  protected abstract void commitTopicId(String topic, String id);

  @Test
  protected void before_the_first_commit_there_is_no_state() {
    assertThat(view().state()).isEmpty();
  }

  @Test
  protected void it_knows_which_topic_it_was_filled_from() {
    commit(0, TreeMap.of(ORDERS_0, 5L));
    assertThat(view().state().get().topicIds()).isEmpty();
    commitTopicId("orders", "a-B_3");

    assertThat(view().state().get().topicIds()).isEqualTo(TreeMap.of("orders", "a-B_3"));
    assertThat(view().state().get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 5L));
  }

  @Test
  protected void the_state_is_that_of_the_newest_commit() {
    long version = commit(0, TreeMap.of(ORDERS_0, 5L, ORDERS_1, 7L));

    assertThat(view().state())
        .contains(
            new BronzeState(new TableState(version, 0), TreeMap.of(ORDERS_0, 5L, ORDERS_1, 7L)));
  }

  @Test
  protected void a_partition_without_news_keeps_its_offset() {
    commit(0, TreeMap.of(ORDERS_0, 5L, ORDERS_1, 7L));
    long version = commit(1, TreeMap.of(ORDERS_1, 9L));

    assertThat(view().state())
        .contains(
            new BronzeState(new TableState(version, 1), TreeMap.of(ORDERS_0, 5L, ORDERS_1, 9L)));
  }

  @Test
  protected void topics_and_partitions_are_told_apart() {
    SortedMap<TopicPartition, Long> offsets =
        TreeMap.of(ORDERS_0, 1L, ORDERS_1, 2L, ORDERS_10, 3L, RETURNS_0, 4_000_000_000_000L);
    commit(41, offsets);

    assertThat(view().state().get().nextOffsets()).isEqualTo(offsets);
    assertThat(view().state().get().table().position()).isEqualTo(41);
  }

  @Test
  protected void one_view_follows_the_commits_as_they_come() {
    BronzeView view = view();
    assertThat(view.state()).isEmpty();

    for (long sequence = 0; sequence < 25; sequence++) {
      long version = commit(sequence, TreeMap.of(ORDERS_0, 10 * sequence));

      assertThat(view.state())
          .contains(
              new BronzeState(
                  new TableState(version, sequence), TreeMap.of(ORDERS_0, 10 * sequence)));
    }
  }

  @Test
  protected void a_view_that_looks_late_sees_what_one_saw_that_looked_all_the_time() {
    BronzeView early = view();
    for (long sequence = 0; sequence < 12; sequence++) {
      commit(
          sequence, TreeMap.of(new TopicPartition("orders", (int) (sequence % 3)), 100 + sequence));
      early.state();
    }

    assertThat(view().state()).isEqualTo(early.state());
    assertThat(early.state().get().nextOffsets())
        .isEqualTo(
            TreeMap.of(ORDERS_0, 109L, ORDERS_1, 110L, new TopicPartition("orders", 2), 111L));
  }

  @Test
  protected void asked_twice_it_answers_the_same() {
    BronzeView view = view();
    commit(3, TreeMap.of(ORDERS_0, 5L));

    Option<BronzeState> first = view.state();
    assertThat(first.get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 5L));
    assertThat(view.state()).isEqualTo(first);
  }

  @Test
  protected void before_the_first_version_nothing_is_noted() {
    assertThat(view().at(TableState.NOTHING_READ)).isEmpty();
  }

  @Test
  protected void each_version_has_the_offsets_that_bronze_had_then() {
    long first = commit(0, TreeMap.of(ORDERS_0, 5L));
    long second = commit(1, TreeMap.of(ORDERS_1, 9L));
    long third = commit(2, TreeMap.of(ORDERS_0, 6L, ORDERS_1, 9L));
    BronzeView view = view();

    assertThat(view.at(second).get().nextOffsets())
        .isEqualTo(TreeMap.of(ORDERS_0, 5L, ORDERS_1, 9L));
    assertThat(view.at(third).get().nextOffsets())
        .isEqualTo(TreeMap.of(ORDERS_0, 6L, ORDERS_1, 9L));
    assertThat(view.at(first).get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 5L));
    assertThat(view.at(TableState.NOTHING_READ)).isEmpty();
  }

  @Test
  protected void versions_that_rise_have_their_own_offsets() {
    BronzeView view = view();
    for (long sequence = 0; sequence < 25; sequence++) {
      long version = commit(sequence, TreeMap.of(ORDERS_0, 10 * sequence));

      assertThat(view.at(version).get().nextOffsets())
          .isEqualTo(TreeMap.of(ORDERS_0, 10 * sequence));
    }
  }

  @Test
  protected void whoever_asks_late_for_a_version_is_told_the_same() {
    long asked = -1;
    for (long sequence = 0; sequence < 25; sequence++) {
      long version = commit(sequence, TreeMap.of(ORDERS_0, 10 * sequence));
      asked = sequence == 17 ? version : asked;
    }

    assertThat(view().at(asked).get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 170L));
  }

  @Test
  protected void where_bronze_stood_at_a_version_that_is_not_there_is_a_failure() {
    long version = commit(0, TreeMap.of(ORDERS_0, 5L));
    BronzeView view = view();

    assertThatExceptionOfType(LakeFailure.class).isThrownBy(() -> view.at(version + 1));
    assertThat(view.at(version).get().nextOffsets()).isEqualTo(TreeMap.of(ORDERS_0, 5L));
    assertThatExceptionOfType(LakeFailure.class).isThrownBy(() -> view.at(version + 1));
  }

  @Test
  protected void where_the_records_end_is_known_from_the_version_on_that_notes_it() {
    TopicPartition one = new TopicPartition("orders", 0);
    TopicPartition other = new TopicPartition("orders.x-1", 12);
    long before = append(0, List.of(record(0, 0, 0)));
    long first = end(one, 1);
    end(other, 7);
    long last = end(one, 4);

    assertThat(view().at(before).get().recordsEnd()).isEmpty();
    assertThat(view().at(first).get().recordsEnd()).isEqualTo(TreeMap.of(one, 1L));
    assertThat(view().at(last).get().recordsEnd()).isEqualTo(TreeMap.of(one, 4L, other, 7L));
  }

  @Test
  protected void gaps_are_accepted_from_the_version_on_that_says_so() {
    OffsetGap one = new OffsetGap(new TopicPartition("orders", 0), 1, 5);
    OffsetGap other = new OffsetGap(new TopicPartition("orders", 12), 1, 2);
    long before = append(0, List.of(record(0, 0, 0)));
    long first = accept(one);
    accept(other);
    long last = append(1, List.of(record(1, 0, 5)));

    assertThat(view().at(before).get().acceptedGaps()).isEmpty();
    assertThat(view().at(first).get().acceptedGaps()).containsExactly(one);
    assertThat(view().at(last).get().acceptedGaps()).containsExactly(one, other);
    assertThat(view().at(first).get().lastSequence()).isZero();
    assertThat(read(last)).containsExactlyInAnyOrder(record(0, 0, 0), record(1, 0, 5));
  }

  /** A record of the topic {@code orders}. */
  protected static BronzeRecord record(long sequence, int partition, long offset) {
    return new BronzeRecord(
        new BronzeOrder(sequence, new SourcePosition("orders", partition, offset)),
        RECEIVED,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(
            "key".getBytes(UTF_8), ("{\"n\":" + offset + "}").getBytes(UTF_8), List.of()));
  }

  private List<BronzeRecord> read(long version) {
    List<BronzeRecord> records = new ArrayList<>();
    for (TablePart<BronzeRecord> part : view().parts(version)) {
      part.forEach(records::add);
    }
    return records;
  }

  @Test
  protected void every_record_is_in_one_part() {
    append(0, List.of(record(0, 0, 0), record(0, 1, 0)));
    long version = append(1, List.of(record(1, 0, 1)));

    assertThat(read(version))
        .containsExactlyInAnyOrder(record(0, 0, 0), record(0, 1, 0), record(1, 0, 1));
  }

  @Test
  protected void records_tell_when_they_were_stamped_by_the_commits_that_added_them() {
    long first = append(0, List.of(stamped(0, 0, 1_000), stamped(0, 1, -7)));
    long second = append(1, List.of(stamped(1, 2, 2_000), untimed(1, 3), stamped(1, 4, 2_000)));
    long third = commit(1, TreeMap.of(ORDERS_0, 9L));
    long last = append(2, List.of(stamped(2, 9, Long.MAX_VALUE)));

    assertThat(times(TableState.NOTHING_READ, first)).containsExactlyInAnyOrder(1_000L, -7L);
    assertThat(times(first, third)).containsExactly(2_000L, 2_000L);
    assertThat(times(second, third)).isEmpty();
    assertThat(times(third, last)).containsExactly(Long.MAX_VALUE);
    assertThat(times(TableState.NOTHING_READ, last)).hasSize(5);
  }

  @Test
  protected void of_many_commits_the_records_tell_it_as_well() {
    long before = append(0, List.of(stamped(0, 0, 1)));
    long last = before;
    for (int sequence = 1; sequence <= 110; sequence++) {
      last = append(sequence, List.of(stamped(sequence, sequence, 1_000 + sequence)));
    }

    assertThat(times(before, last)).hasSize(110).contains(1_001L, 1_110L).doesNotContain(1L);
  }

  private List<Long> times(long after, long upTo) {
    List<Long> times = new ArrayList<>();
    view().timestamps(after, upTo, times::add);
    return times;
  }

  private static BronzeRecord stamped(long sequence, long offset, long millis) {
    BronzeRecord usual = record(sequence, 0, offset);
    return new BronzeRecord(
        usual.order(),
        Instant.ofEpochMilli(millis),
        TimestampType.LOG_APPEND_TIME,
        usual.content());
  }

  private static BronzeRecord untimed(long sequence, long offset) {
    BronzeRecord usual = record(sequence, 0, offset);
    return new BronzeRecord(
        usual.order(), Instant.ofEpochMilli(-1), TimestampType.NO_TIMESTAMP, usual.content());
  }

  @Test
  protected void an_older_version_stays_what_it_was() {
    long first = append(0, List.of(record(0, 0, 0)));
    append(1, List.of(record(1, 0, 1)));

    assertThat(read(first)).containsExactly(record(0, 0, 0));
  }

  @Test
  protected void a_part_can_be_read_again() {
    long version = append(0, List.of(record(0, 0, 0)));
    List<BronzeRecord> twice = new ArrayList<>();
    for (TablePart<BronzeRecord> part : view().parts(version)) {
      part.forEach(twice::add);
      part.forEach(twice::add);
    }

    assertThat(twice).containsExactly(record(0, 0, 0), record(0, 0, 0));
  }

  @Test
  protected void bytes_headers_and_tombstones_come_back_as_they_went_in() {
    byte[] notText = {0, -1, (byte) 0xc3, 0x28};
    BronzeRecord odd =
        new BronzeRecord(
            new BronzeOrder(0, new SourcePosition("returns", 11, 4_000_000_000_000L)),
            Instant.EPOCH,
            TimestampType.LOG_APPEND_TIME,
            new BronzeRecord.Content(
                null,
                notText,
                List.of(new RecordHeader("größe", null), new RecordHeader("t", notText))));
    BronzeRecord tombstone =
        new BronzeRecord(
            new BronzeOrder(0, new SourcePosition("returns", 11, 4_000_000_000_001L)),
            RECEIVED,
            TimestampType.NO_TIMESTAMP,
            new BronzeRecord.Content(new byte[0], null, List.of()));

    assertThat(read(append(0, List.of(odd, tombstone)))).containsExactlyInAnyOrder(odd, tombstone);
  }

  @Test
  protected void timestamps_of_any_year_come_back_to_the_millisecond() {
    List<BronzeRecord> records = new ArrayList<>();
    for (Instant timestamp : Timestamps.extreme()) {
      BronzeRecord usual = record(0, 0, records.size());
      records.add(
          new BronzeRecord(usual.order(), timestamp, usual.timestampType(), usual.content()));
    }

    assertThat(read(append(0, records))).containsExactlyInAnyOrderElementsOf(records);
  }

  @Test
  protected void the_last_sequence_is_that_of_the_version() {
    long first = append(0, List.of(record(0, 0, 0)));
    long second = append(1, List.of(record(1, 0, 1)));

    assertThat(view().at(first).get().lastSequence()).isZero();
    assertThat(view().at(second).get().lastSequence()).isEqualTo(1);
  }

  @Test
  protected void before_the_first_record_there_is_no_last_sequence() {
    long empty = append(TableState.NOTHING_READ, List.of());

    assertThat(view().at(empty).get().lastSequence()).isEqualTo(TableState.NOTHING_READ);
    assertThat(read(empty)).isEmpty();
  }

  @Test
  protected void what_bronze_held_at_a_version_that_is_not_there_is_a_failure_that_names_it() {
    append(0, List.of(record(0, 0, 0)));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> read(73))
        .withMessageContaining("bronze/orders")
        .withMessageContaining("73")
        .matches(failure -> !failure.retryable());
  }
}
