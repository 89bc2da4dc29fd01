package io.orderlake.domain.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.vavr.control.Either;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberEvidenceTest {
  private static Either<String, NumberEvidence.Finding> finding(char delimiter, String cells) {
    NumberEvidence evidence = new NumberEvidence();
    int line = 2;
    for (String cell : cells.split(" ", -1)) {
      evidence.see("line " + line++, cell);
    }
    return evidence.finding(delimiter);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 2 3|POINT|false",
        "1 2.0|POINT|true",
        "3,50|COMMA|true",
        "1.234,50 1.234|COMMA|true",
        "0,500|COMMA|true",
        "1,234.5 1,234|POINT|true",
        "1,234,567|POINT|true",
        "1.234.567|COMMA|true",
        "1.234|POINT|false",
        "x $5 -|POINT|false",
      })
  void cells_show_how_numbers_are_written(String cells, DecimalSign sign, boolean grouped) {
    assertThat(finding(',', cells).get().style()).isEqualTo(new NumberStyle(sign, grouped));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        ",|7 1,234|line 3 has 1,234, which is 1234 or 1.234",
        ";|1.234 7|line 2 has 1.234, which is 1234 or 1.234",
        ",|3,50 4.25|line 2 has 3,50 and line 3 has 4.25",
      })
  void what_can_be_read_in_two_ways_is_asked_for(char delimiter, String cells, String question) {
    assertThat(finding(delimiter, cells).getLeft()).contains(question).contains("--decimal");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3,50|decimal comma: line 2 has 3,50",
        "1,234 2.5|commas are read as thousands: line 2 has 1,234, and line 3 has 2.5",
      })
  void what_was_concluded_is_said(String cells, String note) {
    assertThat(finding(',', cells).get().note().get()).contains(note);
  }
}
