package io.orderlake.answers.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Totals;
import io.orderlake.domain.money.Amount;
import java.util.List;
import org.junit.jupiter.api.Test;

class FiguresTextTest {
  private static final Figures FIGURES =
      Measures.and(List.of(Measure.LARGEST))
          .stored(
              money -> Amount.of(money == Measure.REVENUE ? "12345.5" : "99.9999"),
              number -> number == Measure.UNITS ? 1234 : 1);

  @Test
  void people_read_each_measure_by_its_name() {
    assertThat(FiguresText.line(FIGURES))
        .isEqualTo("revenue 12,345.50, 1,234 units, 1 event, largest 99.9999");
    assertThat(FiguresText.of(Measure.REVENUE, FIGURES)).isEqualTo("12,345.50");
    assertThat(FiguresText.of(Measure.UNITS, FIGURES)).isEqualTo("1,234");
  }

  @Test
  void what_is_converted_is_told_of_all_currencies_together() {
    Measures measures = Measures.and(List.of(Measure.CONVERTED));
    Figures each = measures.stored(money -> Amount.of("1000.5"), number -> 1);
    Totals one = Totals.none(measures).plus("EUR", each);
    Totals two = one.plus("USD", each);

    assertThat(FiguresText.line(one))
        .isEqualTo("revenue 1,000.50, 1 unit, 1 event, converted 1,000.50");
    assertThat(FiguresText.line(two))
        .startsWith("EUR revenue 1,000.50, ")
        .endsWith("; together converted 2,001.00");
    assertThat(FiguresText.json(one)).containsEntry("converted", "1000.5000");
    assertThat(FiguresText.json(two))
        .containsOnlyKeys("converted", "by_currency")
        .containsEntry("converted", "2001.0000");
    assertThat(FiguresText.plainJson(two)).containsEntry("converted", "2001.00");
  }

  @Test
  void programs_read_exact_amounts_as_text() {
    assertThat(FiguresText.json(FIGURES))
        .hasToString("{revenue=12345.5000, units=1234, events=1, largest=99.9999}")
        .containsEntry("revenue", "12345.5000")
        .containsEntry("units", 1234L);
    assertThat(FiguresText.plainJson(FIGURES)).containsEntry("revenue", "12345.50");
  }
}
