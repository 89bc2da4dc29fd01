package io.orderlake.application.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.TreeSet;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrderGeneratorTest {
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "2,1", "2,2", "2,3", "2,20261122", "3,1", "3,2", "3,3", "3,20261124",
    "4,1", "4,2", "4,3", "4,20261129", "5,1", "5,2", "5,3", "5,20261129"
  })
  void every_event_becomes_what_it_says_it_must_become(int version, long seed) {
    GeneratorSettings settings =
        GeneratorSettings.seeded(seed).withDefects(0.5).withVersion(version);

    Set<String> reasons = judgedAsExpected(settings, 5_000);

    assertThat(reasons)
        .as("codes met, version %d, seed %d", version, seed)
        .containsExactlyInAnyOrderElementsOf(codesOf(version));
  }

  /** The codes that events of the version can break, but for what needs settings of its own. */
  private static io.vavr.collection.Set<String> codesOf(int version) {
    return OrderRules.codes()
        .remove("event_time_without_zone")
        .remove("rate_missing")
        .remove(OrderRules.UNJUDGED)
        .reject(code -> version < 5 && code.equals(OrderRules.CANCELLATION_WAITS))
        .reject(code -> version < 4 && code.equals("kind_unknown"))
        .reject(code -> version < 3 && code.startsWith("discount"));
  }

  @Test
  void events_of_version_5_cancel_some_that_were_sent_before() {
    List<String> values = values(GeneratorSettings.seeded(7).withVersion(5), NOON);

    assertThat(values).anyMatch(event -> event.contains("\"kind\":\"cancellation\""));
    assertThat(values(GeneratorSettings.seeded(7).withVersion(4), NOON))
        .isNotEmpty()
        .noneMatch(event -> event.contains("cancellation"));
  }

  @Test
  void events_of_version_4_take_back_what_was_sold_before() {
    OrderGenerator generator = new OrderGenerator(GeneratorSettings.seeded(7).withVersion(4));
    ExpectedOutcome all = ExpectedOutcome.NOTHING;
    ExpectedOutcome sold = ExpectedOutcome.NOTHING;
    int refunds = 0;
    for (int i = 0; i < 2_000; i++) {
      GeneratedOrder order = generator.next(NOON.plusMillis(i));
      all = all.plus(order.expectation());
      if (order.expectation() instanceof Expectation.Refined event && event.sale().isRefund()) {
        refunds++;
      } else {
        sold = sold.plus(order.expectation());
      }
    }

    assertThat(refunds).isBetween(50, 150);
    assertThat(all.units()).isLessThan(sold.units()).isPositive();
    assertThat(all.revenue().get("USD").get())
        .isLessThan(sold.revenue().get("USD").get())
        .isPositive();
  }

  @Test
  void discounts_and_customers_are_of_version_3_alone() {
    assertThat(values(7, NOON)).isNotEmpty().noneMatch(event -> event.contains("discount"));
    assertThat(values(GeneratorSettings.seeded(7).withVersion(3), NOON))
        .anyMatch(event -> event.contains("\"discount\":\"") && event.contains("\"customer_id\""))
        .anyMatch(event -> event.contains("\"schema_version\":3") && !event.contains("discount"))
        .anyMatch(event -> event.contains("\"price\":"));
  }

  @Test
  void where_several_currencies_are_taken_events_are_in_all_of_them() {
    RuleSettings rules = RuleSettings.DEFAULTS.withCurrencies(Currencies.of("CHF", "EUR", "USD"));
    GeneratorSettings settings = GeneratorSettings.seeded(5).withDefects(0.2).withRules(rules);
    Set<String> unused = judgedAsExpected(settings, 2_000);
    OrderGenerator generator = new OrderGenerator(settings);
    ExpectedOutcome all = ExpectedOutcome.NOTHING;
    for (int i = 0; i < 500; i++) {
      all = all.plus(generator.next(NOON.plusMillis(i)).expectation());
    }

    assertThat(all.revenue().keySet()).containsExactly("CHF", "EUR", "USD");
  }

  @Test
  void where_rates_are_configured_events_are_in_currencies_that_one_holds_for() {
    DatedRate before = new DatedRate(Rates.dayOf(NOON).minusDays(5), "USD", BigDecimal.TEN);
    RuleSettings rules =
        RuleSettings.DEFAULTS
            .withCurrencies(Currencies.of("CHF", "EUR", "USD"))
            .withRates(Option.some(new Rates("EUR", 7, List.of(before))));
    GeneratorSettings settings = GeneratorSettings.seeded(5).withDefects(0.2).withRules(rules);
    OrderGenerator generator = new OrderGenerator(settings);
    ExpectedOutcome all = ExpectedOutcome.NOTHING;
    for (int i = 0; i < 500; i++) {
      all = all.plus(generator.next(NOON.plusMillis(i)).expectation());
    }

    assertThat(judgedAsExpected(settings, 2_000)).as("of the future").contains("rate_missing");
    assertThat(all.revenue().keySet()).containsExactly("EUR", "USD");
  }

  @Test
  void changed_rules_change_what_is_expected() {
    RuleSettings rules =
        new RuleSettings(
            Currencies.of("EUR"),
            500,
            new BigDecimal("10000"),
            RuleSettings.DEFAULTS.futureTolerance(),
            RuleSettings.DEFAULTS.severities());
    RuleSettings changed =
        rules
            .withSeverity("event_time_without_zone", Severity.QUARANTINE)
            .withSeverity("event_time_in_future", Severity.WARN);

    Set<String> reasons =
        judgedAsExpected(GeneratorSettings.seeded(4).withDefects(0.5).withRules(changed), 5_000);

    assertThat(reasons).contains("event_time_without_zone").doesNotContain("event_time_in_future");
  }

  /** Sends events through the domain's own rules; returns the reasons met. */
  private static Set<String> judgedAsExpected(GeneratorSettings settings, int count) {
    OrderGenerator generator = new OrderGenerator(settings);
    RecordRefiner refiner =
        new RecordRefiner(new PlainOrderEventDecoder(), RuleSet.of(settings.rules()));
    Map<String, RefinedOrder> held = new HashMap<>();
    Set<String> reasons = new HashSet<>();
    for (int i = 0; i < count; i++) {
      Instant now = NOON.plusMillis(i);
      GeneratedOrder order = generator.next(now);
      Verdict verdict = refiner.refine(recorded(order, i, now)).whole();
      assertThat(outcome(verdict, held, refiner.rules()))
          .as(
              "seed %d, event %d: %s",
              settings.seed(), i, new String(order.value(), StandardCharsets.UTF_8))
          .isEqualTo(order.expectation());
      if (order.expectation() instanceof Expectation.Quarantined quarantined) {
        reasons.addAll(quarantined.reasons().toJavaSet());
      }
    }
    return reasons;
  }

  private static BronzeRecord recorded(GeneratedOrder order, int i, Instant now) {
    return new BronzeRecord(
        new BronzeOrder(0, new SourcePosition("orders", 0, i)),
        now,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(null, order.value(), List.of()));
  }

  /** An event is sent before its cancellation, and no event is cancelled twice. */
  private static Expectation outcome(
      Verdict verdict, Map<String, RefinedOrder> held, RuleSet rules) {
    if (verdict instanceof Verdict.Rejected rejected) {
      return quarantined(rejected);
    }
    if (verdict instanceof Verdict.Cancels cancels) {
      RefinedOrder cancelled = held.get(cancels.eventId());
      return cancelled == null
          ? quarantined(rules.waits(cancels.cancellation().eventId()))
          : refined(cancels.cancellation().of(cancelled));
    }
    RefinedOrder order = ((Verdict.Accepted) verdict).order();
    RefinedOrder first = held.putIfAbsent(order.eventId(), order);
    return switch (Admission.of(first == null ? null : first.contentHash(), order.contentHash())) {
      case FIRST -> refined(order);
      case DUPLICATE -> new Expectation.Duplicate();
      case CONFLICT -> quarantined(rules.conflict(order.eventId()));
      case WAITS -> throw new AssertionError(order);
    };
  }

  private static Expectation refined(RefinedOrder row) {
    return new Expectation.Refined(
        new Expectation.Sale(
            row.product(),
            row.city(),
            row.quantity(),
            new BigDecimal(unscaledAsListed(row)),
            discount(row),
            row.currency(),
            row.eventTime()),
        TreeSet.ofAll(row.provenance().warnings()));
  }

  private static BigDecimal discount(RefinedOrder order) {
    if (order.discount() == null) {
      return BigDecimal.ZERO;
    }
    BigDecimal discount = order.discount().value().setScale(2);
    return order.quantity() < 0 ? discount.negate() : discount;
  }

  /** The catalogue's own spelling of the price, for an exact comparison. */
  private static String unscaledAsListed(RefinedOrder order) {
    return Catalogue.PRODUCTS
        .map(Catalogue.Product::price)
        .find(price -> price.compareTo(order.unitPrice().value()) == 0)
        .getOrElse(order.unitPrice().value())
        .toPlainString();
  }

  private static Expectation quarantined(Verdict.Rejected rejected) {
    return new Expectation.Quarantined(
        TreeSet.ofAll(rejected.reasons().stream().map(QuarantineReason::code).toList()));
  }

  @Test
  void the_same_seed_and_times_give_the_same_events() {
    assertThat(values(7, NOON)).isEqualTo(values(7, NOON));
    assertThat(values(7, NOON)).isNotEqualTo(values(8, NOON));
    assertThat(values(7, NOON)).isNotEqualTo(values(7, NOON.plusSeconds(1)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 4, 12, 20})
  void the_same_seed_gives_the_same_orders_at_any_hour(int hour) {
    Instant midnight = NOON.minus(Duration.ofHours(12));

    assertThat(goods(midnight.plus(Duration.ofHours(hour)))).isEqualTo(goods(NOON));
  }

  /** What each event must become, without its times. */
  private static List<String> goods(Instant start) {
    GeneratorSettings settings = GeneratorSettings.seeded(11).withDefects(0.3);
    OrderGenerator generator = new OrderGenerator(settings);
    List<String> goods = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      Expectation expectation = generator.next(start.plusMillis(i)).expectation();
      goods.add(
          expectation instanceof Expectation.Refined refined
              ? refined.sale().product() + " " + refined.sale().city() + refined.sale().quantity()
              : expectation.toString());
    }
    return goods;
  }

  private static List<String> values(long seed, Instant start) {
    return values(GeneratorSettings.seeded(seed), start);
  }

  private static List<String> values(GeneratorSettings settings, Instant start) {
    OrderGenerator generator = new OrderGenerator(settings);
    List<String> values = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      values.add(
          new String(generator.next(start.plusMillis(i)).value(), StandardCharsets.ISO_8859_1));
    }
    return values;
  }

  @Test
  void shares_are_what_was_asked_for() {
    OrderGenerator generator = new OrderGenerator(GeneratorSettings.seeded(5));
    ExpectedOutcome outcome = ExpectedOutcome.NOTHING;
    int versionOne = 0;
    for (int i = 0; i < 20_000; i++) {
      GeneratedOrder order = generator.next(NOON.plusMillis(i));
      outcome = outcome.plus(order.expectation());
      versionOne +=
          new String(order.value(), StandardCharsets.ISO_8859_1).contains("\"price\":") ? 1 : 0;
    }

    assertThat(outcome.total()).isEqualTo(20_000);
    assertThat(outcome.quarantined()).isBetween(600L, 900L);
    assertThat(outcome.duplicates()).isBetween(300L, 500L);
    assertThat(versionOne).isBetween(1_700, 2_300);
    assertThat(outcome.quarantinedByReason().values().sum().longValue())
        .as("some events have several reasons")
        .isGreaterThan(outcome.quarantined());
  }

  @Test
  void without_defects_and_repeats_everything_is_refined() {
    GeneratorSettings clean = new GeneratorSettings(6, 0, 0, 0.5, 0.5, RuleSettings.DEFAULTS);

    assertThat(judgedAsExpected(clean, 2_000)).isEmpty();
  }

  @Test
  void event_ids_are_uuids_of_version_7_that_tell_the_event_time() {
    OrderGenerator generator =
        new OrderGenerator(new GeneratorSettings(9, 0, 0, 0, 1, RuleSettings.DEFAULTS));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < 1_000; i++) {
      GeneratedOrder order = generator.next(NOON);
      UUID id = UUID.fromString(order.eventId());
      Expectation.Sale sale = ((Expectation.Refined) order.expectation()).sale();

      assertThat(id.version()).isEqualTo(7);
      assertThat(id.variant()).isEqualTo(2);
      assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(sale.eventTime().toEpochMilli());
      assertThat(sale.eventTime()).isBetween(NOON.minusSeconds(72 * 3600), NOON.minusSeconds(3600));
      ids.add(order.eventId());
    }
    assertThat(ids).hasSize(1_000);
  }

  @Test
  void shares_that_make_no_sense_are_refused() {
    assertThatThrownBy(() -> GeneratorSettings.seeded(1).withDefects(1.5))
        .hasMessageContaining("defects")
        .hasMessageContaining("1.5");
    assertThatThrownBy(() -> GeneratorSettings.seeded(1).withDefects(Double.NaN))
        .hasMessageContaining("NaN");
    assertThatThrownBy(() -> new GeneratorSettings(1, 0.7, 0.7, 0, 0, RuleSettings.DEFAULTS))
        .hasMessageContaining("at most 1");
    assertThatThrownBy(() -> GeneratorSettings.seeded(1).withVersion(6))
        .hasMessageContaining("2 to 5")
        .hasMessageContaining("version 6");
  }
}
