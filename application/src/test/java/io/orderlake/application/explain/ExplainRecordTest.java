package io.orderlake.application.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.AsOf;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.OrderBalance;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainRecordTest {
  private static final RuleSettings STRICT =
      new RuleSettings(
          RuleSettings.DEFAULTS.currencies(),
          1,
          BigDecimal.valueOf(1_000_000),
          RuleSettings.DEFAULTS.futureTolerance(),
          RuleSettings.DEFAULTS.severities());

  private final ExplainStage stage = new ExplainStage();

  private static Sent event(String id) {
    return Sent.to(0, Event.v2(id));
  }

  private static Sent otherContent(String id) {
    return Sent.to(1, Event.v2(id).text("product", "Phone"));
  }

  private static List<String> codes(QuarantinedRecord stored) {
    return stored.reasons().stream().map(QuarantineReason::code).toList();
  }

  @Test
  void an_accepted_record_became_its_row() {
    stage.filled(Sent.to(0, Event.v1("e-1").text("event_time", "2026-11-22T10:15:30")));
    ExplainedRecord explained = stage.record(0, 0);

    Fate.Refined refined = (Fate.Refined) explained.fate();
    assertThat(refined.row().eventId()).isEqualTo("e-1");
    assertThat(refined.row().provenance().warnings()).containsExactly("event_time_without_zone");
    assertThat(refined.before()).isEmpty();
    assertThat(explained.schemaVersion()).containsExactly(1);
    assertThat(explained.today().agrees()).isTrue();
    assertThat(explained.isDamaged()).isFalse();
  }

  @Test
  void a_refund_has_what_its_order_sold_and_gave_back_in_its_currency() {
    stage.under(RuleSettings.DEFAULTS.withCurrencies(Currencies.of("USD", "EUR")));
    stage.filled(
        Sent.to(0, Event.v2("e-1")),
        Sent.to(0, Event.v2("e-2").text("order_id", "o-2")),
        Sent.to(0, Event.v2("e-3").text("currency", "EUR")),
        Sent.to(0, Event.refund("r-1").with("quantity", "3").text("discount", "0.00")));

    Fate.Refined sale = (Fate.Refined) stage.record(0, 0).fate();
    Fate.Refined refund = (Fate.Refined) stage.record(0, 3).fate();
    assertThat(sale.balance()).isEmpty();
    assertThat(refund.balance())
        .containsExactly(
            new OrderBalance("100045", "USD", Amount.of("1799.98"), Amount.of("2699.97")));
  }

  @Test
  void a_quarantined_record_has_all_of_its_reasons() {
    stage.filled(Sent.to(0, Event.v2("e-1").text("city", " ").with("quantity", "0")));
    ExplainedRecord explained = stage.record(0, 0);

    Fate.Quarantined quarantined = (Fate.Quarantined) explained.fate();
    assertThat(codes(quarantined.stored().single()))
        .containsExactlyInAnyOrder("text_blank", "quantity_out_of_range");
    assertThat(quarantined.first()).isEmpty();
    assertThat(explained.today().agrees()).isTrue();
  }

  @Test
  void a_record_that_is_no_event_has_no_version() {
    stage.filled(Sent.raw(0, new byte[] {1, 2}), Sent.raw(0, null));

    for (long offset = 0; offset < 2; offset++) {
      ExplainedRecord explained = stage.record(0, offset);
      assertThat(explained.schemaVersion()).isEmpty();
      assertThat(codes(((Fate.Quarantined) explained.fate()).stored().single()))
          .containsExactly("undecodable");
      assertThat(explained.isDamaged()).isFalse();
    }
  }

  @Test
  void a_duplicate_names_the_record_that_came_first() {
    stage.filled(event("e-0"), event("e-1"));
    stage.filled(Sent.to(1, Event.v1("e-1")));
    ExplainedRecord explained = stage.record(1, 0);

    Fate.Duplicate duplicate = (Fate.Duplicate) explained.fate();
    assertThat(duplicate.first().provenance().order().source())
        .isEqualTo(new SourcePosition("orders", 0, 1));
    assertThat(explained.today().agrees()).isTrue();
    assertThat(explained.isDamaged()).isFalse();
  }

  @Test
  void a_conflict_names_the_record_that_came_first() {
    stage.filled(event("e-1"), otherContent("e-1"));
    ExplainedRecord explained = stage.record(1, 0);

    Fate.Quarantined quarantined = (Fate.Quarantined) explained.fate();
    assertThat(codes(quarantined.stored().single())).containsExactly("duplicate_conflict");
    assertThat(quarantined.first().get().provenance().order().source())
        .isEqualTo(new SourcePosition("orders", 0, 0));
    assertThat(explained.today().agrees()).isTrue();
    assertThat(explained.isDamaged()).isFalse();
  }

  @Test
  void a_record_that_silver_has_not_come_to_is_told_so_with_what_the_rules_would_say() {
    stage.filled(event("e-1")).stored(Sent.to(0, Event.v2("e-2").text("city", "")));
    ExplainedRecord explained = stage.record(0, 1);

    assertThat(explained.fate()).isInstanceOf(Fate.Unread.class);
    assertThat(explained.since()).isEmpty();
    assertThat(explained.today().verdict()).isInstanceOf(Verdict.Rejected.class);
    assertThat(explained.isDamaged()).isFalse();
  }

  @Test
  void nothing_published_means_nothing_read() {
    stage.stored(event("e-1"));

    assertThat(stage.record(0, 0).fate()).isInstanceOf(Fate.Unread.class);
  }

  @Test
  void every_record_of_an_event_is_found_in_bronze_s_order() {
    stage.filled(event("e-0"), event("e-1"), otherContent("e-1"));
    stage.filled(event("e-1")).stored(event("e-1"), event("e-2"));
    ExplainedRecords explained = stage.records().event("e-1", AsOf.NEWEST).get();

    assertThat(explained.records().map(record -> record.fate().getClass().getSimpleName()))
        .containsExactly("Refined", "Quarantined", "Duplicate", "Unread");
    assertThat(explained.isDamaged()).isFalse();
  }

  @Test
  void an_earlier_lake_version_had_not_read_later_records() {
    stage.filled(event("e-1")).filled(event("e-1"));

    assertThat(
            stage
                .records()
                .event("e-1", new AsOf.Version(1))
                .get()
                .records()
                .map(record -> record.fate().getClass().getSimpleName()))
        .containsExactly("Refined", "Unread");
  }

  @Test
  void a_record_counts_since_the_first_version_that_had_read_it() {
    for (int i = 0; i < 9; i++) {
      stage.filled(event("e-" + i));
    }

    for (int i = 0; i < 9; i++) {
      FirstRead since = stage.record(0, i).since().get();
      assertThat(since.lake().publishedBy().value()).isEqualTo("silver-" + (2 * i + 1));
      assertThat(since.orEarlier()).isFalse();
    }
    stage.versions.keepSince(4);
    assertThat(stage.record(0, 0).since().get().lake().number()).isEqualTo(4);
    assertThat(stage.record(0, 0).since().get().orEarlier()).isTrue();
    assertThat(stage.record(0, 2).since().get().lake().number()).isEqualTo(5);
    assertThat(stage.record(0, 2).since().get().orEarlier()).isFalse();
  }

  @Test
  void what_other_rules_decided_is_no_damage_though_those_in_force_decide_otherwise() {
    stage.filled(event("e-1"), event("e-1")).under(STRICT).filled(event("e-2"));

    for (long offset = 0; offset < 2; offset++) {
      ExplainedRecord accepted = stage.record(0, offset);
      assertThat(accepted.today().agrees()).isFalse();
      assertThat(accepted.today().verdict()).isInstanceOf(Verdict.Rejected.class);
      assertThat(accepted.isDamaged()).isFalse();
    }
    stage.under(RuleSettings.DEFAULTS);
    ExplainedRecord refused = stage.record(0, 2);
    assertThat(refused.fate()).isInstanceOf(Fate.Quarantined.class);
    assertThat(refused.today().agrees()).isFalse();
    assertThat(refused.isDamaged()).isFalse();
  }

  @Test
  void a_row_that_is_lost_leaves_its_record_unaccounted_for() {
    stage.damage = rows -> rows.stream().filter(row -> !row.eventId().equals("e-1")).toList();
    stage.filled(event("e-0"), event("e-1"));

    assertThat(stage.record(0, 0).isDamaged()).isFalse();
    assertThat(stage.record(0, 1).fate()).isInstanceOf(Fate.Unaccounted.class);
    assertThat(stage.record(0, 1).isDamaged()).isTrue();
  }

  @Test
  void a_row_that_the_same_rules_would_make_otherwise_is_damage() {
    stage.damage = rows -> rows.stream().map(ExplainRecordTest::changed).toList();
    stage.filled(event("e-1"));

    assertThat(stage.record(0, 0).today().agrees()).isFalse();
    assertThat(stage.records().event("e-1", AsOf.NEWEST).get().isDamaged()).isTrue();
  }

  @Test
  void a_row_that_the_same_rules_would_convert_otherwise_is_damage() {
    stage.damage = rows -> rows.stream().map(row -> row.withConverted(Amount.of("1"))).toList();
    stage.filled(event("e-1"));

    assertThat(stage.record(0, 0).today().agrees()).isFalse();
    assertThat(stage.record(0, 0).isDamaged()).isTrue();
  }

  private static RefinedOrder changed(RefinedOrder row) {
    return new RefinedOrder(
        row.eventId(),
        row.orderId(),
        row.product(),
        row.city(),
        row.quantity() + 1,
        row.unitPrice(),
        row.total(),
        row.currency(),
        null,
        row.eventTime(),
        row.optional(),
        row.provenance(),
        ContentHash.of("changed"));
  }

  private static LinePosition at(int partition, long offset) {
    return new LinePosition(new SourcePosition("orders", partition, offset));
  }

  @Test
  void what_is_not_in_bronze_is_answered_with_what_is() {
    assertThat(stage.records().record(at(0, 0), AsOf.NEWEST).getLeft())
        .contains("Bronze holds nothing yet");
    stage.filled(event("e-1"), event("e-2"), otherContent("e-3"));

    assertThat(stage.records().record(at(0, 2), AsOf.NEWEST).getLeft())
        .isEqualTo(
            "Bronze holds no record orders-0@2; it has read orders-0 up to offset 1, orders-1 up"
                + " to offset 0");
    assertThat(stage.records().event("e-4", AsOf.NEWEST).getLeft())
        .contains("no record of Bronze has the event id 'e-4'");
    assertThat(stage.records().record(at(0, 0), new AsOf.Version(9)).getLeft())
        .contains("there is no lake version 9");
  }
}
