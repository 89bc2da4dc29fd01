package io.orderlake.domain.notation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberStyleTest {
  private static final NumberStyle POINT = new NumberStyle(DecimalSign.POINT, true);
  private static final NumberStyle COMMA = new NumberStyle(DecimalSign.COMMA, true);

  private static String read(NumberStyle style, String cell) {
    return style.read(cell).map(NumberStyle::plain).getOrElse("none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2.0|2.0|none",
        "+2|2|2",
        "02|2|2",
        "-1|-1|-1",
        "\u22121|-1|-1",
        ".5|0.5|none",
        "2e0|2|2",
        "1E+3|1000|1000",
        "899.990|899.990|899990",
        "3,50|none|3.50",
        "1.234,50|none|1234.50",
        "1,234.50|1234.50|none",
        "1,234|1234|1.234",
        "1.234|1.234|1234",
        "1'234.50|1234.50|none",
        "1\u2019234,50|none|1234.50",
        "1 234,5|none|1234.5",
        "1\u00a0234\u202f567,5|none|none",
        "1\u202f234\u202f567,5|none|1234567.5",
        "1,234,567|1234567|none",
        "12,34,567|none|none",
        "1,23,4.5|none|none",
        "1,2.345|none|none",
        "$5|none|none",
        "5 EUR|none|none",
        "2 pcs|none|none",
        "1e400|none|none",
        "-|none|none",
        ".|none|none",
        "\u0663|none|none",
      })
  void a_cell_is_read_with_a_point_or_with_a_comma(String cell, String point, String comma) {
    assertThat(read(POINT, cell)).as(cell).isEqualTo(point);
    assertThat(read(COMMA, cell)).as(cell).isEqualTo(comma);
  }

  @Test
  void without_grouping_the_other_sign_makes_no_number() {
    assertThat(read(NumberStyle.PLAIN, "1,234")).isEqualTo("none");
    assertThat(read(NumberStyle.PLAIN, " 1\u00a0234.5\u00a0")).isEqualTo("1234.5");
    assertThat(read(NumberStyle.PLAIN, "")).isEqualTo("none");
    assertThat(read(NumberStyle.PLAIN, "9".repeat(65))).isEqualTo("none");
  }
}
