package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.application.fixture.Timestamps;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.quarantine.QuarantineEntry;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every {@link QuarantineView} promises. */
public abstract class QuarantineViewContract {
  private static final Instant RECEIVED = Instant.parse("2026-11-22T10:15:30.123Z");
  private static final QuarantineReason BLANK =
      new QuarantineReason("city_blank", "city", "city is blank");
  private static final QuarantineReason PRICE =
      new QuarantineReason("price_not_positive", "price", "price is '-1': it must be above 0 €");
  private static final QuarantineReason WHOLE =
      new QuarantineReason("undecodable", "", "the record has no value (a tombstone)");

  /** A view over the quarantine that {@link #append} fills. */
  protected abstract QuarantineView view();

  /**
   * Appends to the quarantine, in one commit.
   *
   * @return the table version committed
   */
  protected abstract long append(List<QuarantinedRecord> records);

  /**
   * Appends releases to the quarantine, in one commit.
   *
   * @return the table version committed
   */
  protected abstract long release(List<ReleasedRecord> records);

  /** A record of the topic {@code orders}, for one broken rule. */
  protected static QuarantinedRecord record(long offset) {
    return new QuarantinedRecord(
        new BronzeRecord(
            new BronzeOrder(offset / 10, new SourcePosition("orders", 2, offset)),
            RECEIVED,
            TimestampType.CREATE_TIME,
            content("key", "{\"quantity\":-1}".getBytes(UTF_8))),
        List.of(BLANK),
        "rules-1");
  }

  private static BronzeRecord.Content content(String key, byte @Nullable [] value) {
    return new BronzeRecord.Content(key.getBytes(UTF_8), value, List.of());
  }

  private List<QuarantinedRecord> records(long version) {
    List<QuarantinedRecord> records = new ArrayList<>();
    view().forEach(version, records::add);
    return records;
  }

  private List<ReleasedRecord> released(long version) {
    List<ReleasedRecord> released = new ArrayList<>();
    view().forEachReleased(version, released::add);
    return released;
  }

  private void comesBackAsItWentIn(QuarantinedRecord record) {
    assertThat(records(append(List.of(record)))).containsExactly(record);
  }

  @Test
  protected void every_record_is_shown_once() {
    long version = append(List.of(record(1), record(2), record(30)));

    assertThat(records(version)).containsExactlyInAnyOrder(record(1), record(2), record(30));
  }

  @Test
  protected void lines_of_a_record_are_held_and_released_each_by_itself() {
    QuarantinedRecord whole = record(1);
    QuarantinedRecord line = line(whole, 0);
    QuarantinedRecord other = line(whole, 2);
    long held = append(List.of(whole, line, other));
    ReleasedRecord released = new ReleasedRecord(line, "rules-2");
    long after = release(List.of(released));

    assertThat(records(held)).containsExactlyInAnyOrder(whole, line, other);
    assertThat(records(after)).containsExactlyInAnyOrder(whole, other);
    assertThat(released(after)).containsExactly(released);
  }

  private static QuarantinedRecord line(QuarantinedRecord whole, int number) {
    return new QuarantinedRecord(whole.record(), number, whole.reasons(), whole.ruleSet());
  }

  @Test
  protected void an_older_version_stays_what_it_was() {
    long first = append(List.of(record(1)));
    long second = append(List.of(record(2)));

    assertThat(records(first)).containsExactly(record(1));
    assertThat(records(second)).containsExactlyInAnyOrder(record(1), record(2));
  }

  @Test
  protected void a_released_record_is_shown_as_released_with_the_reasons_of_then() {
    long before = append(List.of(record(1), record(2)));
    ReleasedRecord released = new ReleasedRecord(record(1), "rules-2");
    long after = release(List.of(released));

    assertThat(records(after)).containsExactly(record(2));
    assertThat(released(after)).containsExactly(released);
    assertThat(records(before)).containsExactlyInAnyOrder(record(1), record(2));
    assertThat(released(before)).isEmpty();
  }

  @Test
  protected void what_is_quarantined_is_told_without_its_bytes_released_or_not() {
    QuarantinedRecord twice =
        new QuarantinedRecord(record(1).record(), 3, List.of(PRICE, BLANK, BLANK), "rules-1");
    long before = append(List.of(twice, record(2)));
    long after = release(List.of(new ReleasedRecord(record(2), "rules-2")));

    assertThat(entries(before))
        .containsExactlyInAnyOrder(
            entry(twice, false, "price_not_positive", "city_blank"),
            entry(record(2), false, "city_blank"));
    assertThat(entries(after))
        .containsExactlyInAnyOrder(
            entry(twice, false, "price_not_positive", "city_blank"),
            entry(record(2), true, "city_blank"));
  }

  private List<QuarantineEntry> entries(long version) {
    List<QuarantineEntry> entries = new ArrayList<>();
    view().forEachEntry(version, entries::add);
    return entries;
  }

  private static QuarantineEntry entry(
      QuarantinedRecord record, boolean isReleased, String... codes) {
    return new QuarantineEntry(
        record.order(), record.record().timestamp(), Set.of(codes), isReleased);
  }

  @Test
  protected void all_reasons_are_shown_in_their_order() {
    comesBackAsItWentIn(
        new QuarantinedRecord(record(1).record(), List.of(PRICE, BLANK, WHOLE), "rules-7"));
  }

  @Test
  protected void timestamps_of_any_year_come_back_to_the_millisecond() {
    List<QuarantinedRecord> records = new ArrayList<>();
    for (Instant timestamp : Timestamps.extreme()) {
      BronzeRecord usual = record(records.size()).record();
      records.add(
          new QuarantinedRecord(
              new BronzeRecord(usual.order(), timestamp, usual.timestampType(), usual.content()),
              List.of(BLANK),
              "rules-1"));
    }

    long version = append(records);
    assertThat(records(version)).containsExactlyInAnyOrderElementsOf(records);
    assertThat(entries(version))
        .extracting(QuarantineEntry::timestamp)
        .containsExactlyInAnyOrderElementsOf(
            records.stream().map(record -> record.record().timestamp()).toList());
  }

  @Test
  protected void a_record_without_key_and_value_stays_without() {
    BronzeRecord tombstone =
        new BronzeRecord(
            new BronzeOrder(0, new SourcePosition("orders", 0, 0)),
            Instant.EPOCH,
            TimestampType.NO_TIMESTAMP,
            new BronzeRecord.Content(null, null, List.of()));

    comesBackAsItWentIn(new QuarantinedRecord(tombstone, List.of(WHOLE), "rules-1"));
  }

  @Test
  protected void bytes_and_headers_come_back_as_they_went_in() {
    byte[] notText = {0, -1, (byte) 0xc3, 0x28, 10, 13};
    BronzeRecord record =
        new BronzeRecord(
            new BronzeOrder(7, new SourcePosition("returns", 11, 4_000_000_000_000L)),
            RECEIVED,
            TimestampType.LOG_APPEND_TIME,
            new BronzeRecord.Content(
                new byte[0],
                notText,
                List.of(
                    new RecordHeader("trace", notText),
                    new RecordHeader("trace", new byte[0]),
                    new RecordHeader("größe", null))));

    comesBackAsItWentIn(new QuarantinedRecord(record, List.of(WHOLE), "rules-1"));
  }

  @Test
  protected void a_version_without_records_shows_none() {
    assertThat(records(append(List.of()))).isEmpty();
  }

  @Test
  protected void before_the_first_commit_the_table_is_named_as_missing() {
    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> records(0))
        .withMessageContaining("silver/quarantine")
        .matches(failure -> !failure.retryable());
  }

  @Test
  protected void a_version_that_is_not_there_is_named() {
    append(List.of(record(1)));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> records(73))
        .withMessageContaining("silver/quarantine")
        .withMessageContaining("73")
        .matches(failure -> !failure.retryable());
  }
}
