package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link SourceRecords} promises. */
public abstract class SourceRecordsContract {
  /** A topic of its own with one partition. */
  public interface Lab {
    String topic();

    SourceRecords records();

    /** Publishes values, one after the other. */
    void publish(String... values);

    /** Publishes values in a transaction and ends it. */
    void transaction(boolean committed, String... values);

    /** Removes the records below an offset. */
    void expire(long upTo);
  }

  private Lab lab;

  protected abstract Lab newLab();

  @BeforeEach
  void open() {
    lab = newLab();
  }

  /** The range, read to its end, as offsets and values. */
  private List<String> read(long from, long until) {
    List<String> read = new ArrayList<>();
    ReadRange range = new ReadRange(new TopicPartition(lab.topic(), 0), from, until);
    try (SourceRecords.Reading reading = lab.records().open(range)) {
      for (SourceRecord record = reading.next(); record != null; record = reading.next()) {
        read.add(record.offset() + " " + new String(record.content().value(), UTF_8));
      }
      assertThat(reading.next()).isNull();
    }
    return read;
  }

  @Test
  protected void a_range_is_read_from_its_first_offset_to_its_last() {
    lab.publish("a", "b", "c", "d", "e");

    assertThat(read(1, 4)).containsExactly("1 b", "2 c", "3 d");
    assertThat(read(4, 5)).containsExactly("4 e");
    assertThat(read(0, 2)).containsExactly("0 a", "1 b");
    assertThat(read(2, 2)).isEmpty();
  }

  @Test
  protected void ranges_that_follow_each_other_leave_nothing_out() {
    List<String> all = new ArrayList<>();
    List<String> read = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      lab.publish("v" + i);
      all.add(i + " v" + i);
    }
    for (int from = 0; from < 30; from += 3) {
      read.addAll(read(from, from + 3));
    }

    assertThat(read).isEqualTo(all);
  }

  @Test
  protected void of_transactions_only_what_was_committed_is_a_record() {
    lab.transaction(false, "lost", "too");
    lab.transaction(true, "kept");
    lab.publish("plain");

    assertThat(read(0, 6)).containsExactly("3 kept", "5 plain");
    assertThat(read(0, 3)).isEmpty();
    assertThat(read(4, 5)).isEmpty();
    assertThat(read(1, 4)).containsExactly("3 kept");
  }

  @Test
  protected void a_range_that_was_left_in_the_middle_can_be_read_again() {
    lab.publish("a", "b", "c");
    ReadRange range = new ReadRange(new TopicPartition(lab.topic(), 0), 0, 3);
    try (SourceRecords.Reading reading = lab.records().open(range)) {
      assertThat(reading.next()).isNotNull();
    }

    assertThat(read(0, 3)).containsExactly("0 a", "1 b", "2 c");
  }

  @Test
  protected void what_was_let_go_of_is_opened_anew() {
    lab.publish("a", "b");
    SourceRecords records = lab.records();
    assertThat(read(0, 1)).containsExactly("0 a");
    records.release();

    assertThat(read(1, 2)).containsExactly("1 b");
  }

  @Test
  protected void offsets_that_are_gone_are_a_failure_and_never_passed_over() {
    lab.publish("a", "b", "c", "d");
    lab.expire(3);

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> read(1, 4))
        .withMessageContaining(lab.topic() + "-0")
        .withMessageContaining("1");
    assertThat(read(3, 4)).containsExactly("3 d");
  }
}
