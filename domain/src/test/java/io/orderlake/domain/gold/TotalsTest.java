package io.orderlake.domain.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.orderlake.domain.money.Amount;
import java.util.List;
import org.junit.jupiter.api.Test;

class TotalsTest {
  private static final Totals NONE = Totals.none(Measures.BASIC);

  private static Figures figures(String revenue) {
    return Figures.of(Amount.of(revenue), 2, 1);
  }

  @Test
  void figures_in_one_currency_add_up() {
    Totals totals = NONE.plus("EUR", figures("1.50")).plus("EUR", figures("2"));

    assertThat(totals.ofOne()).isEqualTo(Figures.of(Amount.of("3.50"), 4, 2));
    assertThat(totals.revenue()).isEqualTo("3.50");
  }

  @Test
  void figures_in_two_currencies_stay_apart() {
    Totals totals = NONE.plus("USD", figures("1.50")).plus("EUR", figures("2"));

    assertThat(totals.isOfOne()).isFalse();
    assertThat(totals.byCurrency().get("EUR").get()).isEqualTo(figures("2"));
    assertThat(totals.events()).isEqualTo(2);
    assertThat(totals.revenue()).isEqualTo("2.00 EUR and 1.50 USD");
    assertThatIllegalStateException().isThrownBy(totals::ofOne).withMessageContaining("EUR");
  }

  @Test
  void what_is_converted_adds_up_across_currencies() {
    Measures measures = Measures.and(List.of(Measure.CONVERTED));
    Figures euros = measures.stored(money -> Amount.of("2.50"), number -> 1);
    Figures dollars = measures.stored(money -> Amount.of("-1"), number -> 1);
    Totals totals = Totals.none(measures).plus("EUR", euros).plus("USD", dollars);

    assertThat(totals.converted()).containsExactly(Amount.of("1.50"));
    assertThat(Totals.none(measures).converted()).containsExactly(Amount.ZERO);
    assertThat(NONE.plus("EUR", figures("2")).converted()).isEmpty();
  }

  @Test
  void nothing_comes_to_nothing() {
    assertThat(NONE.ofOne()).isEqualTo(Measures.BASIC.zero());
    assertThat(NONE.events()).isZero();
    assertThat(NONE.revenue()).isEqualTo("0.00");
  }
}
