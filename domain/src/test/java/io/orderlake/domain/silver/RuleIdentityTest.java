package io.orderlake.domain.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.OrderRule;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.source.Sources;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class RuleIdentityTest {
  private static final Seq<OrderRule> TWO =
      OrderRules.ALL.filter(
          r -> List.of("text_blank", "event_time_without_zone").contains(r.code()));

  private static String version(RuleSettings settings) {
    return RuleIdentity.of(settings, TWO, Sources.NONE).version();
  }

  @Test
  void the_text_and_its_hash_are_what_they_were() {
    RuleIdentity identity = RuleIdentity.of(RuleSettings.DEFAULTS, TWO, Sources.NONE);

    assertThat(identity.text())
        .isEqualTo(
            """
            currency USD
            future_tolerance PT5M
            max_quantity 1000000
            max_unit_price 1000000
            reading 3
            rule cancellation_waits 3 QUARANTINE
            rule duplicate_conflict 3 QUARANTINE
            rule event_time_without_zone 1 WARN
            rule text_blank 1 QUARANTINE
            rule undecodable 3 QUARANTINE
            rule unjudged 3 QUARANTINE
            rule unknown_version 3 QUARANTINE
            """);
    // by sha256sum
    assertThat(identity.version()).isEqualTo("754be59c40b9");
  }

  @Test
  void what_decides_the_same_has_the_same_version_however_it_is_written() {
    RuleSettings same =
        new RuleSettings(
            Currencies.of("USD"),
            1_000_000,
            new BigDecimal("1000000.00"),
            Duration.parse("PT0H5M"),
            RuleSettings.DEFAULTS
                .withSeverity("text_blank", Severity.QUARANTINE)
                .withSeverity("undecodable", Severity.QUARANTINE)
                .severities());

    assertThat(version(same)).isEqualTo(version(RuleSettings.DEFAULTS));
    assertThat(RuleIdentity.of(same, TWO.reverse(), Sources.NONE).text())
        .isEqualTo(RuleIdentity.of(same, TWO, Sources.NONE).text());
  }

  @Test
  void further_currencies_are_named_in_their_order_and_one_alone_as_before() {
    RuleSettings now = RuleSettings.DEFAULTS;

    assertThat(
            RuleIdentity.of(
                    now.withCurrencies(Currencies.of("USD", "GBP", "USD", "EUR")),
                    TWO,
                    Sources.NONE)
                .text())
        .contains("currency USD\n", "currency_further EUR\ncurrency_further GBP\n");
    assertThat(version(now.withCurrencies(Currencies.of("USD", "USD")))).isEqualTo(version(now));
    assertThat(version(now.withCurrencies(Currencies.of("USD", "EUR"))))
        .isNotEqualTo(version(now))
        .isNotEqualTo(version(now.withCurrencies(Currencies.of("EUR", "USD"))));
  }

  @Test
  void a_lake_without_rates_has_the_version_it_had() {
    RuleSettings now = RuleSettings.DEFAULTS;
    Seq<OrderRule> before = OrderRules.ALL.reject(rule -> rule.code().equals("rate_missing"));

    assertThat(RuleIdentity.of(now, OrderRules.ALL, Sources.NONE))
        .isEqualTo(RuleIdentity.of(now, before, Sources.NONE))
        .isEqualTo(
            RuleIdentity.of(
                now.withSeverity("rate_missing", Severity.FAIL), OrderRules.ALL, Sources.NONE));
    assertThat(RuleIdentity.of(now, OrderRules.ALL, Sources.NONE).text())
        .doesNotContain("rates_", "rate_missing");
  }

  @Test
  void rates_are_named_by_where_they_lead_how_long_they_hold_and_what_they_are() {
    Rates rates =
        new Rates(
            "USD",
            7,
            List.of(
                new DatedRate(LocalDate.of(2026, 11, 21), "GBP", new BigDecimal("1.30")),
                new DatedRate(LocalDate.of(2026, 11, 20), "EUR", new BigDecimal("1.1"))));
    RuleSettings now = RuleSettings.DEFAULTS.withRates(Option.some(rates));

    // by printf 'EUR 2026-11-20 1.1\nGBP 2026-11-21 1.3\n' | sha256sum
    assertThat(RuleIdentity.of(now, OrderRules.ALL, Sources.NONE).text())
        .contains(
            "rates_carry P7D\n",
            "rates_table 3c5b1db7344c67e280dfa55d21b0ce1106946c5442696a9e2baaf4ceb605b44a\n",
            "rates_to USD\n",
            "rule rate_missing 1 QUARANTINE\n");
  }

  @Test
  void what_decides_otherwise_has_another_version() {
    RuleSettings now = RuleSettings.DEFAULTS;
    Seq<String> versions =
        List.of(
                now,
                now.withCurrency("EUR"),
                now.withMaxQuantity(5),
                now.withSeverity("text_blank", Severity.FAIL),
                now.withSeverity("undecodable", Severity.FAIL),
                new RuleSettings(
                    Currencies.of("USD"),
                    1_000_000,
                    BigDecimal.ONE,
                    now.futureTolerance(),
                    now.severities()),
                new RuleSettings(
                    Currencies.of("USD"),
                    1_000_000,
                    now.maxUnitPrice(),
                    Duration.ZERO,
                    now.severities()))
            .map(RuleIdentityTest::version)
            .append(RuleIdentity.of(now, TWO.drop(1), Sources.NONE).version());

    assertThat(versions)
        .hasSize(8)
        .doesNotHaveDuplicates()
        .allMatch(v -> v.matches("[0-9a-f]{12}"));
  }

  @Test
  void versions_of_before_are_told_apart() {
    assertThat(RuleIdentity.isOfGenerations("3-9f86d081")).isTrue();
    assertThat(RuleIdentity.isOfGenerations(version(RuleSettings.DEFAULTS))).isFalse();
  }
}
