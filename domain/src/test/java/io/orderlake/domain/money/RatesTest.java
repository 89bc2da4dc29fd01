package io.orderlake.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RatesTest {
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);

  private static DatedRate rate(LocalDate day, String currency, String rate) {
    return new DatedRate(day, currency, new BigDecimal(rate));
  }

  private static Rates rates(int carryDays) {
    return new Rates(
        "EUR",
        carryDays,
        List.of(
            rate(FRIDAY.plusDays(3), "USD", "0.9300"),
            rate(FRIDAY, "USD", "0.92345"),
            rate(FRIDAY, "JPY", "0.00612")));
  }

  @Test
  void the_newest_rate_up_to_the_day_holds_for_as_long_as_is_said() {
    Rates rates = rates(2);

    assertThat(rates.at("USD", FRIDAY.minusDays(1))).isNull();
    assertThat(rates.at("USD", FRIDAY)).isEqualByComparingTo("0.92345");
    assertThat(rates.at("USD", FRIDAY.plusDays(2))).isEqualByComparingTo("0.92345");
    assertThat(rates.at("USD", FRIDAY.plusDays(3))).isEqualByComparingTo("0.93");
    assertThat(rates.at("JPY", FRIDAY.plusDays(3))).isNull();
    assertThat(rates.at("GBP", FRIDAY)).isNull();
    assertThat(rates(0).at("USD", FRIDAY.plusDays(1))).isNull();
    assertThat(rates.newestUpTo("JPY", FRIDAY.plusDays(9))).isEqualTo(FRIDAY);
    assertThat(rates.newestUpTo("JPY", FRIDAY.minusDays(1))).isNull();
    assertThat(rates.newestUpTo("GBP", FRIDAY)).isNull();
  }

  @Test
  void the_rate_of_any_day_is_that_of_a_sorted_map() {
    long seed = 18;
    Random random = new Random(seed);
    TreeMap<LocalDate, DatedRate> known = new TreeMap<>();
    for (int i = 0; i < 200; i++) {
      LocalDate day = FRIDAY.plusDays(random.nextInt(900));
      known.put(day, new DatedRate(day, "USD", BigDecimal.valueOf(1 + random.nextInt(9_999), 3)));
    }
    List<DatedRate> shuffled = new ArrayList<>(known.values());
    Collections.shuffle(shuffled, random);
    Rates rates = new Rates("EUR", 3, shuffled);
    for (int i = -5; i < 910; i++) {
      LocalDate day = FRIDAY.plusDays(i);
      Map.Entry<LocalDate, DatedRate> newest = known.floorEntry(day);
      boolean holds = newest != null && !newest.getKey().plusDays(3).isBefore(day);
      assertThat(rates.at("USD", day))
          .as("seed %d, %s", seed, day)
          .isEqualTo(holds ? newest.getValue().rate() : null);
    }
  }

  @Test
  void an_amount_is_converted_by_the_rate_of_its_day_in_utc() {
    Rates rates = rates(2);

    assertThat(rates.converted(Amount.of("10"), "USD", Instant.parse("2026-11-20T00:00:00Z")))
        .isEqualTo(Amount.of("9.2345"));
    assertThat(rates.converted(Amount.of("10"), "USD", Instant.parse("2026-11-19T23:59:59Z")))
        .isNull();
    assertThat(rates.converted(Amount.of("-3.33"), "EUR", Instant.parse("1999-01-01T00:00:00Z")))
        .as("one unit of what is converted to is always worth 1")
        .isEqualTo(Amount.of("-3.33"));
  }

  @Test
  void two_rates_of_one_day_and_currency_cannot_be() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new Rates("EUR", 7, List.of(rate(FRIDAY, "USD", "1"), rate(FRIDAY, "USD", "1"))))
        .withMessageContaining("two rates of USD on 2026-11-20");
  }

  @Test
  void what_converts_alike_is_equal_however_it_is_written() throws Exception {
    Rates rates = rates(7);
    Rates other =
        new Rates(
            "EUR",
            7,
            List.of(
                rate(FRIDAY, "JPY", "0.006120"),
                rate(FRIDAY, "USD", "0.92345"),
                rate(FRIDAY.plusDays(3), "USD", "0.93")));

    assertThat(other).isEqualTo(rates).hasSameHashCodeAs(rates).isEqualTo(copy(rates));
    assertThat(copy(rates).at("USD", FRIDAY)).isEqualByComparingTo("0.92345");
    assertThat(rates).isNotEqualTo(rates(6)).hasToString("rates of JPY, USD to EUR");
    assertThat(new Rates("EUR", 7, List.of(rate(FRIDAY, "USD", "0.92345"))))
        .isNotEqualTo(new Rates("EUR", 7, List.of(rate(FRIDAY, "USD", "0.92346"))))
        .isNotEqualTo(new Rates("EUR", 7, List.of(rate(FRIDAY, "GBP", "0.92345"))))
        .isNotEqualTo(new Rates("EUR", 7, List.of(rate(FRIDAY.plusDays(1), "USD", "0.92345"))))
        .isNotEqualTo(new Rates("CHF", 7, List.of(rate(FRIDAY, "USD", "0.92345"))));
  }

  private static Rates copy(Rates rates) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rates);
    }
    return (Rates)
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
  }

  @ParameterizedTest
  @CsvSource({
    "USD, 0, 'above 0 and at most 1000000000, not 0'",
    "USD, -1.5, not -1.5",
    "USD, 1000000000.1, at most 1000000000",
    "USD, 1.234567890123456789, at most 18 digits",
    "USD, 0.0000000000000000001, at most 18 digits",
    "usd, 1, 'ISO 4217 code, not ''usd'''"
  })
  void a_rate_that_cannot_be_is_named(String currency, String rate, String problem) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> rate(FRIDAY, currency, rate))
        .withMessageContaining(problem);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"1000000000", "0.000000000000000001", "1.23456789012345678", "1E+9", "42.000"})
  void a_rate_that_can_be_is_kept_exactly(String rate) {
    assertThat(new Rates("EUR", 0, List.of(rate(FRIDAY, "USD", rate))).at("USD", FRIDAY))
        .isEqualByComparingTo(rate);
  }
}
