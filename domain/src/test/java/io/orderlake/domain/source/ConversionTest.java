package io.orderlake.domain.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.notation.TimeStyle;
import io.orderlake.domain.order.FieldValue;
import io.vavr.control.Option;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConversionTest {
  private static FieldValue text(String value) {
    return new FieldValue.Text(value);
  }

  private static FieldValue number(String digits) {
    return new FieldValue.Number(digits);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.234,50 | 1234.5",
        "3,5      | 3.5",
        "-7       | -7",
        "0,00     | 0",
      })
  void numbers_in_texts_are_read_as_the_source_writes_them(String found, String meant) {
    Conversion comma = new Conversion.ToNumber(new NumberStyle(DecimalSign.COMMA, true), 0, false);
    assertThat(comma.convert(text(found))).isEqualTo(text(meant));
  }

  @Test
  void numbers_that_are_none_or_could_take_any_room_stay_as_they_are() {
    Conversion plain = new Conversion.ToNumber(NumberStyle.PLAIN, 0, false);
    for (FieldValue wrong :
        List.of(
            text("abc"),
            number("1e999999999"),
            number("1e-400"),
            new FieldValue.Nested("[]"),
            new FieldValue.Nested("{}"))) {
      assertThat(plain.convert(wrong)).isEqualTo(new FieldValue.Misfit(wrong, "a number"));
    }
    assertThat(plain.convert(number("1E2"))).isEqualTo(text("100"));
  }

  @ParameterizedTest
  @CsvSource({
    "SECONDS,      1763546400,       2025-11-19T10:00:00Z",
    "SECONDS,      1763546400.5,     2025-11-19T10:00:00.500Z",
    "MILLISECONDS, -1,               1969-12-31T23:59:59.999Z",
    "MICROSECONDS, 1763546400000001, 2025-11-19T10:00:00.000001Z",
    "SECONDS,      -62135596800,     0001-01-01T00:00:00Z",
  })
  void times_since_1970_are_read(TimeForm.Epoch form, String found, String meant) {
    Conversion time = new Conversion.ToTime(form);
    assertThat(time.convert(number(found))).isEqualTo(text(meant));
    assertThat(time.convert(text(found))).isEqualTo(text(meant));
  }

  @ParameterizedTest
  @CsvSource({"SECONDS,253402300800", "SECONDS,-62135596801", "MILLISECONDS,1e99", "SECONDS,x"})
  void times_that_no_calendar_has_stay_as_they_are(TimeForm.Epoch form, String found) {
    assertThat(new Conversion.ToTime(form).convert(text(found)))
        .isEqualTo(new FieldValue.Misfit(text(found), form.expected()));
  }

  @Test
  void times_are_read_by_a_pattern_in_a_zone() throws Exception {
    TimeStyle style =
        TimeStyle.of(Option.some("dd.MM.yyyy HH:mm"), Option.some("Europe/Berlin")).get();
    Conversion time = Travelled.copy(new Conversion.ToTime(new TimeForm.Written(style)));

    assertThat(time.convert(text("20.11.2026 14:05"))).isEqualTo(text("2026-11-20T13:05:00Z"));
    assertThat(time.convert(text("32.11.2026 14:05")))
        .isEqualTo(
            new FieldValue.Misfit(
                text("32.11.2026 14:05"),
                "a time of the form 'dd.MM.yyyy HH:mm' that clocks in Europe/Berlin showed"));
  }

  @Test
  void a_table_says_what_values_mean() {
    ValueTable table = new ValueTable("products.csv", Map.of("X-1", "Cup"));
    Conversion looked = new Conversion.ToText(List.of(Conversion.TextForm.UPPER), table);

    assertThat(looked.convert(text("x-1\u00a0"))).isEqualTo(text("Cup"));
    assertThat(looked.convert(text("X-2")))
        .isEqualTo(
            new FieldValue.Misfit(
                text("X-2"), "a value that the table products.csv (1 values) has"));
  }
}
