package io.orderlake.domain.order.rule;

import static io.orderlake.domain.order.Orders.v2;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.money.DatedRate;
import io.orderlake.domain.money.Rates;
import io.orderlake.domain.order.FieldValue;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.order.OrderFacts;
import io.orderlake.domain.order.Orders;
import io.orderlake.domain.order.RecordedOrder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Violation;
import io.vavr.control.Option;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateMissingTest {
  private static final DatedRate RATE =
      new DatedRate(LocalDate.of(2026, 11, 20), "USD", BigDecimal.TEN);

  private static final RuleSettings SETTINGS =
      RuleSettings.DEFAULTS
          .withCurrencies(Currencies.of("USD", "EUR", "GBP"))
          .withRates(Option.some(new Rates("EUR", 2, List.of(RATE))));

  private static List<String> says(RecordedOrder event, RuleSettings settings) {
    return new RateMissing()
        .check(OrderFacts.of(Orders.record(), event), settings).stream()
            .map(Violation::sentence)
            .toList();
  }

  private static RecordedOrder at(String time) {
    return v2().with("event_time", new Text(time));
  }

  private static RecordedOrder in(String currency) {
    return v2().with("currency", new Text(currency));
  }

  @Test
  void a_rate_holds_from_its_day_in_utc_for_as_long_as_is_said() {
    assertThat(says(at("2026-11-20T00:00:00Z"), SETTINGS)).isEmpty();
    assertThat(says(at("2026-11-22T23:59:59.999999Z"), SETTINGS)).isEmpty();
    assertThat(says(at("2026-11-23T00:59:00+01:00"), SETTINGS)).isEmpty();
    assertThat(says(at("2026-11-23T00:00:00Z"), SETTINGS))
        .containsExactly(
            "currency \"USD\" has no rate to EUR on 2026-11-23: the newest one before is of"
                + " 2026-11-20, and a rate holds 2 days");
    assertThat(says(at("2026-11-19T23:59:59Z"), SETTINGS))
        .containsExactly(
            "currency \"USD\" has no rate to EUR on 2026-11-19: there is none of that day or"
                + " before");
  }

  @Test
  void the_currency_that_is_converted_to_needs_no_rate() {
    assertThat(says(in("EUR"), SETTINGS)).isEmpty();
    assertThat(says(in("GBP"), SETTINGS))
        .singleElement()
        .asString()
        .contains("\"GBP\" has no rate to EUR on 2026-11-22");
  }

  @Test
  void what_another_rule_names_is_not_named_again() {
    assertThat(says(in("CHF"), SETTINGS)).isEmpty();
    assertThat(says(v2().with("currency", FieldValue.NULL), SETTINGS)).isEmpty();
    assertThat(says(at("yesterday"), SETTINGS)).isEmpty();
  }

  @Test
  void without_rates_nothing_is_missing() {
    assertThat(says(v2(), RuleSettings.DEFAULTS)).isEmpty();
    assertThat(new RateMissing().applies(RuleSettings.DEFAULTS)).isFalse();
    assertThat(new RateMissing().applies(SETTINGS)).isTrue();
  }
}
