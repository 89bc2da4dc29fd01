package io.orderlake.application.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.audit.verdict.AuditFigures;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.application.audit.verdict.Difference.Kind;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Extremes;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AuditLakeTest {
  private static final TableId CITY_HOUR = TableId.gold("revenue_by_city_hour");

  private final AuditStage stage = new AuditStage();

  /** Two events, one repeated, one in conflict with the first, one broken. */
  private void aLake() {
    stage.filled(
        Sent.to(0, Event.v2("e-1")),
        Sent.to(0, Event.v2("e-2").text("city", "Berlin").with("quantity", "3")),
        Sent.to(0, Event.v2("e-1")),
        Sent.to(1, Event.v2("e-1").with("quantity", "9")),
        Sent.raw(1, "{\"broken\"".getBytes(UTF_8)));
  }

  private Difference only(AuditVerdict verdict) {
    assertThat(verdict.differences()).as(verdict.sentence()).hasSize(1);
    return verdict.differences().get(0);
  }

  private static SourcePosition at(int partition, long offset) {
    return new SourcePosition("orders", partition, offset);
  }

  private void isFound(
      TableId table, Kind kind, SourcePosition source, String replayed, String stored) {
    Difference found = only(stage.audit());
    assertThat(found.table()).isEqualTo(table);
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.count()).isEqualTo(1);
    assertThat(found.example().source()).contains(new LinePosition(source));
    assertThat(found.example().replayed()).contains(replayed);
    assertThat(found.example().stored()).contains(stored);
    assertThat(found.sentence()).contains(table.path(), source.toString(), replayed, stored);
  }

  @Test
  void records_of_every_extreme_kind_are_replayed_to_what_is_stored() {
    long seed = 1582;
    stage.stored(Extremes.records(new Random(seed), 400)).refined().folded();

    AuditVerdict verdict = stage.audit();
    assertThat(verdict.isIntact()).as("seed %d: %s", seed, verdict.sentence()).isTrue();
    assertThat(verdict.figures().replayed().read()).isEqualTo(400);

    RefinedOrder some = stage.silver.get(stage.silver.size() / 2);
    stage.silver.remove(some);
    assertThat(only(stage.audit()).example().source())
        .contains(some.provenance().order().position());
  }

  @Test
  void an_intact_lake_passes_with_what_was_compared() {
    aLake();
    AuditVerdict verdict = stage.audit();

    assertThat(verdict.isIntact()).as(verdict.sentence()).isTrue();
    assertThat(verdict.lake()).isEqualTo(stage.published());
    AuditFigures figures = verdict.figures();
    assertThat(figures.replayed()).isEqualTo(new Conservation(5, 2, 2, 1));
    assertThat(figures.quarantinedByReason().toJavaMap())
        .containsOnlyKeys("undecodable", "duplicate_conflict");
    assertThat(figures.compared().get(TableId.SILVER_ORDERS)).contains(2L);
    assertThat(figures.compared().get(TableId.QUARANTINE)).contains(2L);
    assertThat(figures.compared().get(CITY_HOUR)).contains(2L);
    assertThat(figures.olderRules()).isEmpty();
  }

  @Test
  void every_random_history_passes_however_it_was_cut() {
    for (long seed = 4711; seed < 4741; seed++) {
      Random random = new Random(seed);
      AuditStage lake = new AuditStage();
      for (List<Sent> commit : History.cut(History.random(random, 120), random)) {
        lake.stored(commit);
        if (random.nextBoolean()) {
          lake.refined();
        }
        if (random.nextInt(3) == 0) {
          lake.folded();
        }
      }
      AuditVerdict verdict = lake.refined().audit();
      assertThat(verdict.differences()).as("seed %d", seed).isEmpty();
      assertThat(lake.folded().audit().differences()).as("seed %d, folded", seed).isEmpty();
    }
  }

  @Test
  void an_empty_lake_passes() {
    assertThat(stage.audit().isIntact()).isTrue();
  }

  @Test
  void gold_that_is_behind_silver_is_held_against_what_it_has_read() {
    aLake();
    stage.stored(List.of(Sent.to(0, Event.v2("e-3")))).refined();

    assertThat(stage.audit().differences()).isEmpty();
  }

  @Test
  void a_changed_gold_cell_is_found() {
    aLake();
    stage.changeCell("revenue_by_city_hour", "Berlin", Figures.of(Amount.of("2699.9699"), 3, 1));

    isFound(
        CITY_HOUR,
        Kind.OTHER_VALUES,
        at(0, 1),
        "revenue 2699.97, units 3, events 1",
        "revenue 2699.9699, units 3, events 1");
    assertThat(only(stage.audit()).example().subject())
        .isEqualTo("city 'Berlin', currency 'USD', hour 2026-11-22 05:00 (2026-11-22T10:00:00Z)");
  }

  @Test
  void a_changed_figure_that_only_one_table_has_is_found() {
    aLake();
    GoldProjection table = stage.projection("revenue_by_city_product_month");
    Figures stored =
        table
            .measures()
            .stored(
                money -> Amount.of(money == Measure.LARGEST ? "2700" : "2699.97"),
                number -> number == Measure.UNITS ? 3 : 1);
    stage.changeCell(table.table(), "Berlin", stored);

    isFound(
        TableId.gold(table.table()),
        Kind.OTHER_VALUES,
        at(0, 1),
        "revenue 2699.97, units 3, events 1, largest 2699.97",
        "revenue 2699.97, units 3, events 1, largest 2700.00");
  }

  @Test
  void a_missing_gold_cell_is_found() {
    aLake();
    stage
        .gold
        .get(stage.projection("revenue_by_city_hour"))
        .removeIf(cell -> cell.key().texts().contains("Berlin"));

    isFound(CITY_HOUR, Kind.MISSING, at(0, 1), "revenue 2699.97", "no row");
    assertThat(only(stage.audit()).example().subject()).contains("Berlin");
  }

  @Test
  void a_missing_silver_row_is_found() {
    aLake();
    stage.silver.removeIf(row -> row.eventId().equals("e-2"));

    isFound(TableId.SILVER_ORDERS, Kind.MISSING, at(0, 1), "city 'Berlin'", "no row");
  }

  @Test
  void a_changed_silver_row_is_found_though_its_hash_says_nothing() {
    aLake();
    stage.silver.replaceAll(row -> row.eventId().equals("e-2") ? in("Bern", row) : row);

    isFound(TableId.SILVER_ORDERS, Kind.OTHER_VALUES, at(0, 1), "city 'Berlin'", "city 'Bern'");
  }

  @Test
  void a_discount_or_a_customer_that_silver_holds_otherwise_is_found() {
    stage.filled(Sent.to(0, Event.v3("e-1")));
    RefinedOrder row = stage.silver.get(0);
    stage.silver.set(0, like(row, row.city(), row.optional().without(OptionalField.DISCOUNT)));

    isFound(TableId.SILVER_ORDERS, Kind.OTHER_VALUES, at(0, 0), "discount '100.00'", "discount ''");

    stage.silver.set(
        0, like(row, row.city(), row.optional().with(OptionalField.CUSTOMER_ID, "c-8")));

    isFound(
        TableId.SILVER_ORDERS,
        Kind.OTHER_VALUES,
        at(0, 0),
        "customer_id 'c-7'",
        "customer_id 'c-8'");
  }

  @Test
  void a_converted_amount_that_silver_holds_otherwise_is_found() {
    stage.filled(Sent.to(0, Event.v3("e-1")));
    stage.silver.replaceAll(row -> row.withConverted(Amount.of("1.00")));

    isFound(
        TableId.SILVER_ORDERS,
        Kind.OTHER_VALUES,
        at(0, 0),
        "converted_amount ''",
        "converted_amount '1.00'");
  }

  private static RefinedOrder in(String city, RefinedOrder row) {
    return like(row, city, row.optional());
  }

  private static RefinedOrder like(RefinedOrder row, String city, OptionalValues optional) {
    return new RefinedOrder(
        row.eventId(),
        row.orderId(),
        row.product(),
        city,
        row.quantity(),
        row.unitPrice(),
        row.total(),
        row.currency(),
        null,
        row.eventTime(),
        optional,
        row.provenance(),
        row.contentHash());
  }

  @Test
  void a_silver_row_that_is_there_twice_is_found() {
    aLake();
    stage.silver.add(stage.silver.get(1));

    isFound(TableId.SILVER_ORDERS, Kind.UNEXPECTED, at(0, 1), "became a row once", "Berlin");
  }

  @Test
  void an_altered_quarantine_reason_is_found() {
    aLake();
    change("undecodable", new QuarantineReason("city_blank", "city", "city is blank"));

    isFound(TableId.QUARANTINE, Kind.OTHER_VALUES, at(1, 1), "undecodable", "city_blank");
  }

  @Test
  void an_altered_reason_of_a_conflict_is_found() {
    aLake();
    change("duplicate_conflict", new QuarantineReason("duplicate_conflict", "event_id", "never"));

    isFound(TableId.QUARANTINE, Kind.OTHER_VALUES, at(1, 0), "recorded before", "'never'");
  }

  private void change(String code, QuarantineReason reason) {
    stage.quarantine.replaceAll(
        q ->
            q.reasons().get(0).code().equals(code)
                ? new QuarantinedRecord(q.record(), List.of(reason), q.ruleSet())
                : q);
  }

  @Test
  void a_quarantined_record_that_is_not_as_received_is_found() {
    aLake();
    stage.quarantine.replaceAll(
        q ->
            q.record().source().equals(at(1, 1))
                ? new QuarantinedRecord(
                    holding(q.record(), Sent.raw(1, "{\"brokem\"".getBytes(UTF_8))),
                    q.reasons(),
                    q.ruleSet())
                : q);

    isFound(TableId.QUARANTINE, Kind.OTHER_VALUES, at(1, 1), "undecodable", "not Bronze's");
  }

  @Test
  void a_missing_quarantined_record_is_found() {
    aLake();
    stage.quarantine.removeIf(q -> q.record().source().equals(at(1, 1)));

    isFound(TableId.QUARANTINE, Kind.MISSING, at(1, 1), "undecodable", "no quarantined record");
  }

  @Test
  void a_gap_in_the_offsets_is_found() {
    aLake();
    stage.bronze.removeIf(record -> record.source().equals(at(0, 1)));
    AuditVerdict verdict = stage.audit();

    Difference gap = verdict.differences().get(0);
    assertThat(gap.kind()).isEqualTo(Kind.OFFSETS_MISSING);
    assertThat(gap.count()).isEqualTo(1);
    assertThat(gap.example().source()).contains(new LinePosition(at(0, 1)));
    assertThat(verdict.differences().map(Difference::kind)).contains(Kind.SUMS, Kind.UNEXPECTED);
    assertThat(verdict.sentence()).contains("no such record in Bronze");
  }

  @Test
  void offsets_that_kafka_lost_are_a_difference_until_somebody_has_accepted_them() {
    stage.stored(List.of(Sent.to(0, Event.v2("e-1")))).losing(3);
    stage.stored(List.of(Sent.to(0, Event.v2("e-2")))).refined().folded();

    assertThat(stage.audit().differences())
        .singleElement()
        .satisfies(difference -> assertThat(difference.kind()).isEqualTo(Kind.OFFSETS_MISSING))
        .satisfies(difference -> assertThat(difference.count()).isEqualTo(3));

    OffsetGap gap = new OffsetGap(new TopicPartition("orders", 0), 1, 4);
    AuditVerdict accepted = stage.accepting(gap).audit();

    assertThat(accepted.differences()).isEmpty();
    assertThat(accepted.figures().acceptedGaps()).containsExactly(gap);
    assertThat(accepted.sentence())
        .contains("lost in Kafka and accepted as such: offsets orders/0:1-3");
  }

  @Test
  void a_repeated_offset_is_found() {
    aLake();
    stage.bronze.add(stage.bronze.get(0));
    AuditVerdict verdict = stage.audit();

    assertThat(verdict.differences().map(Difference::kind))
        .containsExactly(Kind.OFFSETS_REPEATED, Kind.SUMS);
    assertThat(verdict.differences().get(0).example().source())
        .contains(new LinePosition(at(0, 0)));
  }

  @Test
  void a_changed_record_of_bronze_is_found_by_what_was_made_of_it() {
    aLake();
    Sent other = Sent.to(0, Event.v2("e-2").text("city", "Berlin").with("quantity", "4"));
    stage.bronze.replaceAll(
        record -> record.source().equals(at(0, 1)) ? holding(record, other) : record);

    assertThat(stage.audit().differences().map(Difference::table))
        .containsExactly(
            CITY_HOUR,
            TableId.gold("revenue_by_city_product_month"),
            TableId.gold("revenue_by_city_week"),
            TableId.gold("revenue_by_customer_week"),
            TableId.gold("revenue_by_product_day"),
            TableId.SILVER_ORDERS);
  }

  private static BronzeRecord holding(BronzeRecord record, Sent other) {
    return new BronzeRecord(
        record.order(), record.timestamp(), record.timestampType(), other.content());
  }
}
