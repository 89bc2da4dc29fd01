package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.fixture.Timestamps;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link BronzeRecords} promises. */
public abstract class BronzeRecordsContract {
  private static final Instant RECEIVED = Instant.parse("2026-11-22T10:15:30.123Z");

  /** A reader of the Bronze that {@link #append} fills. */
  protected abstract BronzeRecords records();

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
   * @param sequence the last ingest sequence before it
   * @return the table version committed
   */
  protected abstract long accept(long sequence, OffsetGap gap);

  /**
   * Commits where a partition's records end, and no record.
   *
   * @param sequence the last ingest sequence before it
   * @return the table version committed
   */
  protected abstract long end(long sequence, TopicPartition partition, long end);

  @Test
  protected void where_the_records_end_is_known_from_the_version_on_that_notes_it() {
    TopicPartition one = new TopicPartition("orders", 0);
    TopicPartition other = new TopicPartition("orders.x-1", 12);
    long before = append(0, List.of(record(0, 0, 0)));
    long first = end(0, one, 1);
    end(0, other, 7);
    long last = end(0, one, 4);

    assertThat(records().recordsEnd(before)).isEmpty();
    assertThat(records().recordsEnd(first)).isEqualTo(TreeMap.of(one, 1L));
    assertThat(records().recordsEnd(last)).isEqualTo(TreeMap.of(one, 4L, other, 7L));
  }

  @Test
  protected void gaps_are_accepted_from_the_version_on_that_says_so() {
    OffsetGap one = new OffsetGap(new TopicPartition("orders", 0), 1, 5);
    OffsetGap other = new OffsetGap(new TopicPartition("orders", 12), 1, 2);
    long before = append(0, List.of(record(0, 0, 0)));
    long first = accept(0, one);
    accept(0, other);
    long last = append(1, List.of(record(1, 0, 5)));

    assertThat(records().acceptedGaps(before)).isEmpty();
    assertThat(records().acceptedGaps(first)).containsExactly(one);
    assertThat(records().acceptedGaps(last)).containsExactly(one, other);
    assertThat(records().lastSequence(first)).isZero();
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
    for (TablePart<BronzeRecord> part : records().parts(version)) {
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
  protected void an_older_version_stays_what_it_was() {
    long first = append(0, List.of(record(0, 0, 0)));
    append(1, List.of(record(1, 0, 1)));

    assertThat(read(first)).containsExactly(record(0, 0, 0));
  }

  @Test
  protected void a_part_can_be_read_again() {
    long version = append(0, List.of(record(0, 0, 0)));
    List<BronzeRecord> twice = new ArrayList<>();
    for (TablePart<BronzeRecord> part : records().parts(version)) {
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

    assertThat(records().lastSequence(first)).isZero();
    assertThat(records().lastSequence(second)).isEqualTo(1);
  }

  @Test
  protected void before_the_first_record_there_is_no_last_sequence() {
    long empty = append(TableState.NOTHING_READ, List.of());

    assertThat(records().lastSequence(empty)).isEqualTo(TableState.NOTHING_READ);
    assertThat(read(empty)).isEmpty();
  }

  @Test
  protected void a_version_that_is_not_there_is_named() {
    append(0, List.of(record(0, 0, 0)));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> read(73))
        .withMessageContaining("bronze/orders")
        .withMessageContaining("73")
        .matches(failure -> !failure.retryable());
  }
}
