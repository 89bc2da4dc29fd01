package io.orderlake.application.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.OptionalFixture;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.gold.TimeSpan;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.lookup.PlacedSale;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every {@link LakeLookup} promises. */
public abstract class LakeLookupContract {
  protected static final GoldProjection BY_CITY_HOUR =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final Instant MIDNIGHT = Instant.parse("2026-11-23T00:00:00Z");

  /** Looks rows up in the tables that the other methods fill. */
  protected abstract LakeLookup lookup();

  /** Appends to Bronze in one commit, of that ingest sequence; the table version committed. */
  protected abstract long append(long sequence, List<BronzeRecord> records);

  /** Appends to Silver in one commit; the table version committed. */
  protected abstract long appendRows(List<RefinedOrder> rows);

  /** Appends to the quarantine in one commit; the table version committed. */
  protected abstract long appendQuarantined(List<QuarantinedRecord> records);

  /** Releases from the quarantine in one commit; the table version committed. */
  protected abstract long release(List<ReleasedRecord> records);

  /** Appends to a Gold table in one commit; the table version committed. */
  protected abstract long appendCells(GoldProjection projection, List<GoldCell> cells);

  protected static SourcePosition at(String topic, int partition, long offset) {
    return new SourcePosition(topic, partition, offset);
  }

  protected static RefinedOrder row(String eventId, SourcePosition source, Instant time) {
    return new RefinedOrder(
        eventId,
        "100045",
        "Laptop \"15\"",
        "São Paulo",
        2,
        Amount.of("0.0001"),
        Amount.of("99999999999999999999.9999"),
        "USD",
        null,
        time,
        OptionalFixture.FILLED,
        new RefinedOrder.Provenance(
            new BronzeOrder(source.offset() / 10, source),
            2,
            "1-9f86d081",
            List.of("event_time_without_zone"),
            ""),
        ContentHash.of(eventId));
  }

  protected static BronzeRecord record(long sequence, SourcePosition source, String value) {
    return record(sequence, source, value.getBytes(UTF_8), List.of());
  }

  private static BronzeRecord record(
      long sequence, SourcePosition source, byte[] value, List<RecordHeader> headers) {
    return new BronzeRecord(
        new BronzeOrder(sequence, source),
        TEN,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content("key".getBytes(UTF_8), value, headers));
  }

  private static QuarantinedRecord quarantined(SourcePosition source, String rule) {
    return new QuarantinedRecord(
        record(0, source, "{}"), List.of(new QuarantineReason(rule, "", "a sentence")), "1-abc");
  }

  protected static <R> List<R> read(Seq<TablePart<R>> parts) {
    List<R> rows = new ArrayList<>();
    parts.forEach(part -> part.forEach(rows::add));
    return rows;
  }

  @Test
  protected void sales_of_a_span_are_found_up_to_its_end_on_whatever_date() {
    RefinedOrder before = row("a", at("orders", 0, 1), MIDNIGHT.minusSeconds(1800));
    RefinedOrder first = row("b", at("orders", 0, 2), MIDNIGHT.minusSeconds(60));
    RefinedOrder last =
        row("c", at("orders", 3, 30), MIDNIGHT.plusNanos(59_999_999_000L))
            .withConverted(Amount.of("-87.6543"));
    RefinedOrder after = row("d", at("orders", 0, 4), MIDNIGHT.plusSeconds(60));
    RefinedOrder later = row("e", at("orders", 0, 5), MIDNIGHT.plusSeconds(90_000));
    long version = appendRows(List.of(after, first, before, later, last));

    assertThat(
            read(
                lookup()
                    .sales(
                        version,
                        new TimeSpan(MIDNIGHT.minusSeconds(60), MIDNIGHT.plusSeconds(60)))))
        .containsExactlyInAnyOrder(
            new PlacedSale(first.provenance().order(), Sale.of(first)),
            new PlacedSale(last.provenance().order(), Sale.of(last)));
  }

  /** The days that other calendars leave out among them. */
  @Test
  protected void sales_of_any_day_from_year_1_on_are_found() {
    List<RefinedOrder> rows = new ArrayList<>();
    for (String day :
        new String[] {
          "0001-01-01", "0004-02-29", "1500-03-01", "1582-10-04", "1582-10-05", "1582-10-10",
          "1582-10-14", "1582-10-15", "1582-10-20", "1582-10-24", "1899-12-31", "9999-12-31"
        }) {
      Instant noon = Instant.parse(day + "T12:00:00Z");
      rows.add(row("e-" + day, at("orders", 0, rows.size()), noon));
    }
    long version = appendRows(rows);

    for (RefinedOrder row : rows) {
      Instant noon = row.eventTime();
      assertThat(read(lookup().sales(version, new TimeSpan(noon, noon.plusSeconds(1)))))
          .as("at %s", noon)
          .containsExactly(new PlacedSale(row.provenance().order(), Sale.of(row)));
    }
    assertThat(
            read(
                lookup()
                    .sales(
                        version,
                        new TimeSpan(
                            Instant.parse("1582-10-05T00:00:00Z"),
                            Instant.parse("1582-10-15T00:00:00Z")))))
        .hasSize(3);
  }

  /** In the order of UTF-16, of UTF-8, and longer than what the log notes of a file. */
  @Test
  protected void ids_of_any_text_are_found() {
    String[] ids = {
      "a\u0000b",
      "\uFF5E",
      "\uD83D\uDE00",
      "x".repeat(64),
      "x".repeat(65),
      "x".repeat(1 << 20),
      "\"\\"
    };
    long version = -1;
    for (int i = 0; i < ids.length; i++) {
      version = appendRows(List.of(row(ids[i], at("orders", 0, i), TEN)));
    }
    for (int i = 0; i < ids.length; i++) {
      assertThat(read(lookup().rowsOf(version, HashSet.of(ids[i]))))
          .extracting(row -> row.provenance().order().source().offset())
          .containsExactly((long) i);
    }
    assertThat(read(lookup().rowsOf(version, HashSet.of("x".repeat(66))))).isEmpty();
  }

  @Test
  protected void an_event_s_row_is_found_by_its_whole_id() {
    RefinedOrder sought = row("e-1 ü", at("orders", 0, 1), TEN);
    appendRows(List.of(row("e-1", at("orders", 0, 2), TEN), sought));
    long version = appendRows(List.of(row("e-1 ü.", at("orders", 0, 3), MIDNIGHT)));

    assertThat(read(lookup().rowsOf(version, HashSet.of("e-1 ü")))).containsExactly(sought);
    assertThat(read(lookup().rowsOf(version, HashSet.of("e-2")))).isEmpty();
  }

  @Test
  protected void the_rows_of_several_events_are_found_at_once() {
    RefinedOrder one = row("e-1", at("orders", 0, 1), TEN);
    RefinedOrder two = row("e-2", at("orders", 0, 2), MIDNIGHT);
    long version = appendRows(List.of(one, row("e-3", at("orders", 0, 3), TEN), two));

    assertThat(read(lookup().rowsOf(version, HashSet.of("e-1", "e-2", "e-4"))))
        .containsExactlyInAnyOrder(one, two);
    assertThat(read(lookup().rowsOf(version, HashSet.empty()))).isEmpty();
  }

  @Test
  protected void all_rows_of_an_order_are_found_in_whatever_commit() {
    RefinedOrder one = ofOrder("o-1", row("e-1", at("orders", 0, 1), TEN), 2);
    RefinedOrder two = ofOrder("o-1", row("e-2", at("orders", 0, 2), MIDNIGHT), -2);
    RefinedOrder three = ofOrder("o-2", row("e-3", at("orders", 0, 3), TEN), 1);
    long first = appendRows(List.of(one, three, ofOrder("o-12", one, 1)));
    long version = appendRows(List.of(ofOrder("", three, 1), two));

    assertThat(read(lookup().rowsOfOrders(version, HashSet.of("o-1"))))
        .containsExactlyInAnyOrder(one, two);
    assertThat(read(lookup().rowsOfOrders(first, HashSet.of("o-1")))).containsExactly(one);
    assertThat(read(lookup().rowsOfOrders(version, HashSet.of("o-1", "o-2", "o-3"))))
        .containsExactlyInAnyOrder(one, two, three);
  }

  @Test
  protected void what_is_below_zero_is_found_among_what_is_not() {
    RefinedOrder refund = ofOrder("o-1", row("e-1", at("orders", 0, 1), TEN), -1);
    RefinedOrder other = ofOrder("o-2", row("e-2", at("orders", 0, 2), MIDNIGHT), Long.MIN_VALUE);
    long none = appendRows(List.of(row("e-3", at("orders", 0, 3), TEN)));
    appendRows(List.of(row("e-4", at("orders", 0, 4), TEN), refund));
    long version = appendRows(List.of(other, row("e-5", at("orders", 0, 5), MIDNIGHT)));

    assertThat(read(lookup().rowsBelowZero(version))).containsExactlyInAnyOrder(refund, other);
    assertThat(read(lookup().rowsBelowZero(none))).isEmpty();
  }

  private static RefinedOrder ofOrder(String orderId, RefinedOrder row, long quantity) {
    return new RefinedOrder(
        row.eventId(),
        orderId,
        row.product(),
        row.city(),
        quantity,
        row.unitPrice(),
        row.total(),
        row.currency(),
        row.converted(),
        row.eventTime(),
        row.optional(),
        row.provenance(),
        row.contentHash());
  }

  @Test
  protected void a_row_is_found_by_topic_partition_and_offset_together() {
    RefinedOrder one = row("a", at("orders", 0, 7), TEN);
    RefinedOrder two = row("b", at("orders", 1, 8), MIDNIGHT);
    long version =
        appendRows(
            List.of(
                one,
                row("c", at("orders", 1, 7), TEN),
                row("d", at("returns", 0, 7), TEN),
                row("e", at("orders", 0, 8), TEN),
                two));

    assertThat(read(lookup().rowsFrom(version, HashSet.of(at("orders", 0, 7), at("orders", 1, 8)))))
        .containsExactlyInAnyOrder(one, two);
  }

  @Test
  protected void all_that_the_quarantine_holds_of_a_record_is_found() {
    SourcePosition source = at("orders", 2, 5);
    long first =
        appendQuarantined(
            List.of(
                quarantined(source, "city_blank"), quarantined(at("orders", 1, 5), "city_blank")));
    long second = appendQuarantined(List.of(quarantined(source, "field_missing")));

    assertThat(read(lookup().quarantined(second, HashSet.of(source))))
        .containsExactlyInAnyOrder(
            quarantined(source, "city_blank"), quarantined(source, "field_missing"));
    assertThat(read(lookup().quarantined(first, HashSet.of(source))))
        .as("an older version")
        .containsExactly(quarantined(source, "city_blank"));
  }

  @Test
  protected void a_record_that_was_released_is_found_as_such_beside_what_was_quarantined() {
    SourcePosition source = at("orders", 2, 5);
    SourcePosition other = at("orders", 2, 6);
    QuarantinedRecord released = quarantined(source, "city_blank");
    long before = appendQuarantined(List.of(released, quarantined(other, "city_blank")));
    long after = release(List.of(new ReleasedRecord(released, "2-00000000")));

    assertThat(read(lookup().released(after, HashSet.of(source, other))))
        .containsExactly(released.order());
    assertThat(read(lookup().released(before, HashSet.of(source, other)))).isEmpty();
    assertThat(read(lookup().quarantined(after, HashSet.of(source)))).containsExactly(released);
  }

  @Test
  protected void records_come_back_byte_for_byte() {
    byte[] notText = {0, -1, (byte) 0xc3, 0x28};
    BronzeRecord odd =
        record(
            0,
            at("orders", 0, 3),
            notText,
            List.of(new RecordHeader("größe", null), new RecordHeader("t", notText)));
    BronzeRecord tombstone =
        new BronzeRecord(
            new BronzeOrder(0, at("orders", 0, 4)),
            Instant.EPOCH,
            TimestampType.NO_TIMESTAMP,
            new BronzeRecord.Content(null, null, List.of()));
    long version =
        append(
            0,
            List.of(
                record(0, at("orders", 0, 2), "{}"),
                odd,
                tombstone,
                record(0, at("orders", 1, 3), "{}")));

    assertThat(read(lookup().records(version, HashSet.of(odd.source(), at("orders", 9, 9)))))
        .containsExactly(odd);
    assertThat(read(lookup().records(version, HashSet.of(tombstone.source()))))
        .containsExactly(tombstone);
  }

  @Test
  protected void records_are_found_by_what_their_value_is() {
    BronzeRecord one = record(0, at("orders", 0, 0), "yes 1");
    BronzeRecord two = record(1, at("orders", 1, 9), "yes 2");
    BronzeRecord tombstone =
        new BronzeRecord(
            new BronzeOrder(0, at("orders", 0, 1)),
            TEN,
            TimestampType.CREATE_TIME,
            new BronzeRecord.Content(null, null, List.of()));
    append(0, List.of(one, tombstone, record(0, at("orders", 0, 2), "no")));
    long version =
        append(
            1,
            List.of(
                record(1, at("orders", 1, 8), "no"), two, record(1, at("other", 0, 0), "yes 3")));

    assertThat(read(lookup().records(version, (topic, value) -> isYesOfOrders(topic, value))))
        .containsExactlyInAnyOrder(one, two);
  }

  private static boolean isYesOfOrders(String topic, byte[] value) {
    return topic.equals("orders") && new String(value, UTF_8).startsWith("yes");
  }

  @Test
  protected void the_cells_of_one_partition_are_found() {
    GoldCell berlin = cell("2026-11-22", "Berlin");
    GoldCell paris = cell("2026-11-22", "Paris");
    appendCells(BY_CITY_HOUR, List.of(berlin, cell("2026-11-21", "Berlin")));
    long version = appendCells(BY_CITY_HOUR, List.of(paris));

    assertThat(read(lookup().cells(BY_CITY_HOUR, version, "2026-11-22")))
        .containsExactlyInAnyOrder(berlin, paris);
    assertThat(read(lookup().cells(BY_CITY_HOUR, version, "2026-11"))).isEmpty();
  }

  private static GoldCell cell(String date, String city) {
    return new GoldCell(GoldFixture.key(date, city, TEN), Figures.of(Amount.of("12.3456"), 3, 2));
  }

  @Test
  protected void nothing_is_found_when_nothing_is_sought() {
    long bronze = append(0, List.of(record(0, at("orders", 0, 0), "{}")));
    long silver = appendRows(List.of(row("a", at("orders", 0, 0), TEN)));

    assertThat(read(lookup().records(bronze, HashSet.empty()))).isEmpty();
    assertThat(read(lookup().rowsFrom(silver, HashSet.empty()))).isEmpty();
  }

  @Test
  protected void any_addresses_are_found_in_any_number_of_commits() {
    long seed = 20261122;
    Random random = new Random(seed);
    List<BronzeRecord> all = new ArrayList<>();
    long version = -1;
    for (int commit = 0; commit < 6; commit++) {
      List<BronzeRecord> added = new ArrayList<>();
      for (int i = random.nextInt(40); i >= 0; i--) {
        int number = all.size() + added.size();
        added.add(record(commit, at("orders", number % 3, number / 3), "{\"n\":" + number + "}"));
      }
      all.addAll(added);
      version = append(commit, added);
    }
    for (int round = 0; round < 10; round++) {
      List<BronzeRecord> sought = all.stream().filter(record -> random.nextInt(12) == 0).toList();

      assertThat(read(lookup().records(version, HashSet.ofAll(sought).map(BronzeRecord::source))))
          .as("seed %d, round %d", seed, round)
          .containsExactlyInAnyOrderElementsOf(sought);
    }
  }

  @Test
  protected void a_version_that_is_not_there_is_named() {
    appendRows(List.of(row("a", at("orders", 0, 0), TEN)));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> read(lookup().rowsOf(73, HashSet.of("a"))))
        .withMessageContaining("silver/orders")
        .withMessageContaining("73")
        .matches(failure -> !failure.retryable());
  }

  @Test
  protected void what_the_test_of_a_value_throws_reaches_the_caller_as_it_is() {
    long version = append(0, List.of(record(0, at("orders", 0, 0), "{}")));
    IllegalStateException mine = new IllegalStateException("enough");

    assertThatThrownBy(
            () ->
                read(
                    lookup()
                        .records(
                            version,
                            (topic, value) -> {
                              throw mine;
                            })))
        .isSameAs(mine);
  }
}
