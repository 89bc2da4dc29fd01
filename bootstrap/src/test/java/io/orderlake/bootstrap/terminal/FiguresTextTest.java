package io.orderlake.bootstrap.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
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
  void programs_read_exact_amounts_as_text() {
    assertThat(FiguresText.json(FIGURES))
        .hasToString("{revenue=12345.5000, units=1234, events=1, largest=99.9999}")
        .containsEntry("revenue", "12345.5000")
        .containsEntry("units", 1234L);
    assertThat(FiguresText.plainJson(FIGURES)).containsEntry("revenue", "12345.50");
  }
}
