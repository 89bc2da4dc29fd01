package io.orderlake.domain.silver;

import static io.orderlake.domain.order.Orders.reasons;
import static io.orderlake.domain.order.Orders.refined;
import static io.orderlake.domain.order.Orders.v1;
import static io.orderlake.domain.order.Orders.v2;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.FieldValue.Nested;
import io.orderlake.domain.order.FieldValue.Number;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.order.Orders;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.SchemaVersions;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuleSetTest {
  @Test
  void a_valid_event_is_priced_exactly() {
    RefinedOrder order =
        refined(
            v2().with("unit_price", new Text("0.0001")).with("quantity", new Number("1000000")));

    assertThat(order.total().value()).isEqualByComparingTo("100");
    assertThat(order.eventTime()).isEqualTo(Instant.parse("2026-11-22T10:15:30.123Z"));
    assertThat(order.provenance().schemaVersion()).isEqualTo(2);
    assertThat(order.provenance().order()).isEqualTo(Orders.record().order());
  }

  @Test
  void a_version_1_event_means_the_same_as_its_version_2_twin() {
    RefinedOrder one = refined(v1());
    RefinedOrder two = refined(v2());

    assertThat(one.contentHash()).isEqualTo(two.contentHash());
    assertThat(one.currency()).isEqualTo("USD");
    assertThat(one.unitPrice()).isEqualTo(two.unitPrice());
    assertThat(one.provenance().schemaVersion()).isEqualTo(1);
  }

  @Test
  void the_digits_of_a_price_decide_nothing_about_its_content() {
    assertThat(refined(v2().with("unit_price", new Text("10.0"))).contentHash())
        .isEqualTo(refined(v2().with("unit_price", new Text("10.0000"))).contentHash());
    assertThat(refined(v1().with("price", new Number("1E+1"))).unitPrice().plain())
        .isEqualTo("10.00");
  }

  @Test
  void all_broken_rules_are_named_not_the_first() {
    RecordedOrder broken =
        v2().with("quantity", new Number("0"))
            .with("unit_price", new Text("-1.00001"))
            .with("city", new Text(" \t "))
            .with("product", FieldValue.NULL)
            .with("currency", new Text("EUR"))
            .with("event_time", new Text("yesterday"));

    assertThat(reasons(broken))
        .containsExactly(
            "field_missing:product",
            "text_blank:city",
            "quantity_out_of_range:quantity",
            "price_not_positive:unit_price",
            "price_too_fine:unit_price",
            "event_time_unparsable:event_time",
            "currency_unsupported:currency");
  }

  @Test
  void reasons_name_fields_as_the_producer_wrote_them() {
    assertThat(reasons(v1().with("price", new Text("ERROR")))).containsExactly("field_type:price");
    assertThat(reasons(Orders.without(v1(), "price"))).containsExactly("field_missing:price");
    assertThat(reasons(v1().with("price", new Number("0"))))
        .containsExactly("price_not_positive:price");
  }

  @Test
  void a_version_1_event_with_only_version_2_price_has_no_price() {
    RecordedOrder mixed = Orders.without(v1(), "price").with("unit_price", new Text("1.00"));

    assertThat(reasons(mixed)).containsExactly("field_missing:price");
  }

  @Test
  void a_foreign_currency_in_version_1_is_not_taken_for_the_lakes_own() {
    assertThat(reasons(v1().with("currency", new Text("EUR"))))
        .containsExactly("currency_unsupported:currency");
  }

  @Test
  void an_unknown_version_is_the_only_reason() {
    Number next = new Number(Integer.toString(SchemaVersions.CURRENT + 1));
    for (FieldValue version :
        new FieldValue[] {next, new Number("0"), new Number("2.5"), new Text("2")}) {
      assertThat(reasons(v2().with("schema_version", version).with("city", FieldValue.NULL)))
          .as("%s", version)
          .containsExactly("unknown_version:schema_version");
    }
    assertThat(reasons(v1().with("schema_version", new Number("1")))).isEmpty();
  }

  @Test
  void a_version_is_a_number_however_it_is_written() {
    for (String two : new String[] {"2.0", "2e0", "20E-1", "0.2e+0001"}) {
      assertThat(reasons(v2().with("schema_version", new Number(two)))).as(two).isEmpty();
    }
  }

  @Test
  void unknown_fields_are_kept_beside_the_order_and_belong_to_its_content() {
    RecordedOrder event = v2().with("coupon", new Nested("{\"a\":1}")).with("x", new Text("\"q\""));

    assertThat(refined(event).provenance().unknownFields())
        .isEqualTo("{\"coupon\":{\"a\":1},\"x\":\"\\\"q\\\"\"}");
    assertThat(refined(event).contentHash()).isNotEqualTo(refined(v2()).contentHash());
    assertThat(refined(v2()).provenance().unknownFields()).isEmpty();
  }

  @Test
  void a_time_without_a_zone_is_utc_and_a_warning() {
    RefinedOrder order = refined(v2().with("event_time", new Text("2026-11-22T10:15:30")));

    assertThat(order.eventTime()).isEqualTo(Instant.parse("2026-11-22T10:15:30Z"));
    assertThat(order.provenance().warnings()).containsExactly("event_time_without_zone");
    assertThat(refined(v2()).provenance().warnings()).isEmpty();
  }

  @Test
  void configuration_can_raise_a_warning_and_lower_a_mismatch() {
    RuleSettings strict =
        RuleSettings.DEFAULTS.withSeverity("event_time_without_zone", Severity.QUARANTINE);
    assertThat(reasons(v2().with("event_time", new Text("2026-11-22T10:15:30")), strict))
        .containsExactly("event_time_without_zone:event_time");

    RecordedOrder mismatch = v2().with("total_amount", new Text("1"));
    RuleSettings lenient = RuleSettings.DEFAULTS.withSeverity("total_mismatch", Severity.WARN);
    assertThat(reasons(mismatch)).containsExactly("total_mismatch:total_amount");
    assertThat(reasons(mismatch, lenient)).isEmpty();
  }

  @Test
  void a_rule_of_severity_fail_halts() {
    RuleSet rules = RuleSet.of(RuleSettings.DEFAULTS.withSeverity("text_blank", Severity.FAIL));

    assertThat(
            rules.judge(Orders.record(), Orders.record().order(), v2().with("city", new Text(" "))))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class, rejected -> assertThat(rejected.halts()).isTrue());
    assertThat(
            rules.judge(
                Orders.record(), Orders.record().order(), v2().with("quantity", new Number("0"))))
        .isInstanceOfSatisfying(
            Verdict.Rejected.class, rejected -> assertThat(rejected.halts()).isFalse());
  }

  @Test
  void a_conflict_takes_its_severity_from_configuration() {
    RuleSettings halting =
        RuleSettings.DEFAULTS.withSeverity(OrderRules.DUPLICATE_CONFLICT, Severity.FAIL);

    assertThat(RuleSet.of(halting).conflict("e-1").halts()).isTrue();
    assertThat(RuleSet.of(RuleSettings.DEFAULTS).conflict("e-1").halts()).isFalse();
    assertThat(RuleSet.of(halting).conflict("e-1").reasons().get(0).sentence()).contains("e-1");
  }

  @Test
  void impossible_settings_are_all_named_at_once() {
    RuleSettings impossible =
        new RuleSettings(
                Currencies.of("dollar"),
                0,
                BigDecimal.ZERO,
                Duration.ofSeconds(-1),
                RuleSettings.DEFAULTS.severities())
            .withSeverity("no_such_rule", Severity.WARN)
            .withSeverity("field_missing", Severity.WARN);

    assertThatThrownBy(() -> RuleSet.of(impossible))
        .hasMessageContaining("dollar")
        .hasMessageContaining("quantity")
        .hasMessageContaining("unit price")
        .hasMessageContaining("tolerance")
        .hasMessageContaining("no_such_rule")
        .hasMessageContaining("'field_missing' cannot be WARN");
  }

  private static RuleSettings converting(String rate) {
    DatedRate ofThatDay = new DatedRate(LocalDate.of(2026, 11, 22), "USD", new BigDecimal(rate));
    return RuleSettings.DEFAULTS.withRates(Option.some(new Rates("EUR", 7, List.of(ofThatDay))));
  }

  private static RefinedOrder refinedBy(RuleSettings settings, RecordedOrder event) {
    Verdict verdict = RuleSet.of(settings).judge(Orders.record(), Orders.record().order(), event);
    return ((Verdict.Accepted) verdict).order();
  }

  @Test
  void the_total_is_converted_by_the_rate_of_the_day_and_is_no_part_of_the_content() {
    RefinedOrder sold = refinedBy(converting("0.92345"), v2());
    RefinedOrder takenBack = refinedBy(converting("0.92345"), Orders.refund());

    assertThat(sold.converted()).isEqualTo(Amount.of("1662.1915"));
    assertThat(sold.total()).hasToString("1799.98");
    assertThat(sold.contentHash()).isEqualTo(refined(v2()).contentHash());
    assertThat(takenBack.converted()).isEqualTo(Amount.of("-1662.1915"));
    assertThat(refined(v2()).converted()).isNull();
  }

  @Test
  void an_event_without_a_rate_is_set_aside_or_passes_where_that_only_warns() {
    RecordedOrder before = v2().with("event_time", new Text("2026-11-21T23:59:59Z"));
    RefinedOrder warned =
        refinedBy(converting("0.9").withSeverity("rate_missing", Severity.WARN), before);

    assertThat(reasons(before, converting("0.9"))).containsExactly("rate_missing:currency");
    assertThat(warned.converted()).isNull();
    assertThat(warned.provenance().warnings()).containsExactly("rate_missing");
  }

  @Test
  void impossible_rates_are_named() {
    DatedRate itself = new DatedRate(LocalDate.of(2026, 11, 22), "EUR", BigDecimal.TEN);
    Rates wrong = new Rates("EUR", -1, List.of(itself));
    Rates empty = new Rates("euro", 7, List.of());

    assertThatThrownBy(() -> RuleSet.of(RuleSettings.DEFAULTS.withRates(Option.some(wrong))))
        .hasMessageContaining("0 to 3660 days, not -1")
        .hasMessageContaining("no rate of EUR");
    assertThatThrownBy(() -> RuleSet.of(RuleSettings.DEFAULTS.withRates(Option.some(empty))))
        .hasMessageContaining("'euro'")
        .hasMessageContaining("at least one rate");
  }

  /** Silver holds hashes of long ago: what is hashed, and how, cannot change any more. */
  @Test
  void content_hashes_are_those_that_are_stored() {
    assertThat(refined(v2()).contentHash()).hasToString("9f08728cf540d864c85efa425fe3b807");
    assertThat(refined(v1().with("city", new Text("s\u00c3O paulo"))).contentHash())
        .hasToString("09cf715f4e29dc5ce81d3961212a7c68");
    assertThat(
            refined(
                    v2().with("event_time", new Text("0001-01-01T00:00:00.000001Z"))
                        .with("product", new Text("\u6771\u4eac \ud83d\ude00 \"x\""))
                        .with("note", new Text("a\u00e4".repeat(2_000))))
                .contentHash())
        .hasToString("28ed759b4df44f037306b9980023da40");
  }

  @Test
  void an_event_goes_through_every_version_up_to_the_current_one() {
    assertThat(SchemaVersions.path(1)).startsWith(1, 2).endsWith(SchemaVersions.CURRENT);
    assertThat(SchemaVersions.path(SchemaVersions.CURRENT)).containsExactly(SchemaVersions.CURRENT);
  }
}
