package io.orderlake.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventTimeTest {
  @ParameterizedTest
  @CsvSource({
    "2026-11-22T10:15:30Z,2026-11-22T10:15:30Z,true",
    "2026-11-22T10:15:30.123456Z,2026-11-22T10:15:30.123456Z,true",
    "2026-11-22t10:15:30z,2026-11-22T10:15:30Z,true",
    "2026-11-22T10:15:30+05:30,2026-11-22T04:45:30Z,true",
    "2026-11-22 10:15:30-01:00,2026-11-22T11:15:30Z,true",
    "2026-11-22T10:15,2026-11-22T10:15:00Z,false",
    "2026-11-22,2026-11-22T00:00:00Z,false",
    "1996-02-29,1996-02-29T00:00:00Z,false",
  })
  void iso_8601_is_read(String text, Instant instant, boolean zoned) {
    assertThat(EventTime.parse(text)).contains(new EventTime(instant, zoned));
  }

  @Test
  void the_first_and_the_last_time_are_written_as_instants_are() {
    for (String text :
        List.of(
            "0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "1969-12-31T23:59:59.001Z")) {
      assertThat(UtcText.of(EventTime.parse(text).get().instant())).isEqualTo(text);
    }
  }

  @Test
  void what_is_finer_than_a_microsecond_is_cut() {
    assertThat(EventTime.parse("2026-11-22T10:15:30.123456789Z").get().instant())
        .isEqualTo(Instant.parse("2026-11-22T10:15:30.123456Z"));
  }

  @Test
  void every_form_of_one_time_is_the_same_time() {
    Random random = new Random(2_026);
    for (int i = 0; i < 5_000; i++) {
      Instant time = Instant.ofEpochSecond(random.nextInt(), 1_000L * random.nextInt(1_000_000));
      String utc = time.toString();
      String withOffset = utc.replace("Z", "+00:00");
      assertThat(EventTime.parse(utc)).as(utc).contains(new EventTime(time, true));
      assertThat(EventTime.parse(withOffset)).as(utc).contains(new EventTime(time, true));
      int minutes = random.nextInt(-18 * 60, 18 * 60 + 1);
      ZoneOffset zone = ZoneOffset.ofTotalSeconds(minutes * 60);
      String local = time.atOffset(zone).toString();
      assertThat(EventTime.parse(local)).as(local).contains(new EventTime(time, true));
      assertThat(UtcText.of(time)).isEqualTo(utc);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T24:00:00Z",
        "2026-02-30T10:15:30Z",
        "2026-00-10T10:15:30Z",
        "0000-12-31T23:59:59Z",
        "2026-11-22T10:15:30.1234567891Z",
        "2026-11-22T10:15:30.12x4Z",
        "2026-11-22T10:15:30,123Z",
        "2026-11-22T10:1x:30Z",
        "2026-11-22T",
        "2026-11-22TT10:15Z",
        "2026-13-01",
        "2025-02-29",
        "0000-01-01",
        "now",
        "",
        "2026-11-22T10:15:30+18:01",
        "2026-11-22T10:15:30-20:00",
        "2026-11-22T10:15:30+02:60",
        "2026-11-22T10:15:30+2:000",
        "2026-11-22T10:15:30*02:00",
        "0001-01-01T00:00:00+01:00",
        "9999-12-31T23:59:59-01:00",
        "2026-11-22T10:15:60Z"
      })
  void anything_else_is_no_time(String text) {
    assertThat(EventTime.parse(text).isLeft()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-20T10:15:00.Z|is not in the form YYYY-MM-DDThh:mm:ss",
        "2026-11-20T10:15:00+0000|is not in the form YYYY-MM-DDThh:mm:ss",
        "2026-11-20T10:15:00+00|with Z or an offset such as +02:00",
        "2026-11-20T10:15:00,500Z|is not in the form YYYY-MM-DDThh:mm:ss",
        "20261120T101500Z|is not in the form YYYY-MM-DDThh:mm:ss",
        "2026-11-2010:15:00Z|is not in the form YYYY-MM-DDThh:mm:ss",
        "2026-11-20T 10:15:00Z|is not in the form YYYY-MM-DDThh:mm:ss",
        "+02026-11-20T10:15:00Z|is not in the form YYYY-MM-DDThh:mm:ss",
        "2026-W47-5|is not in the form YYYY-MM-DDThh:mm:ss",
        "2026-11-20T24:00:00Z|names a time of day beyond 00:00:00 to 23:59:59",
        "2016-12-31T23:59:60Z|names a time of day beyond 00:00:00 to 23:59:59",
        "2026-02-30|names a day that the calendar does not have",
        "2026-11-20T10:15:00+19:00|names an offset beyond -18:00 to +18:00",
        "0001-01-01T00:00:00+00:01|lies beyond the years 1 to 9999",
        "0000-06-01T00:00:00Z|lies beyond the years 1 to 9999",
      })
  void what_is_wrong_is_said_with_the_text_and_what_to_write(String text, String problem) {
    assertThat(EventTime.parse(text).getLeft())
        .contains(problem, ": \"" + text + "\"; write, e.g., 2026-11-20T10:15:00Z");
  }

  @ParameterizedTest
  @CsvSource({
    "1582-10-10T00:00:00Z,1582-10-10T00:00:00Z",
    "1893-03-31T23:59:59+00:53:28,1893-03-31T23:06:31Z",
    "0001-01-01T00:00:00.000001-18:00,0001-01-01T18:00:00.000001Z",
    "9999-12-31T23:59:59.999999999Z,9999-12-31T23:59:59.999999Z",
    "1969-12-31T23:59:59.9999999Z,1969-12-31T23:59:59.999999Z",
  })
  void old_and_late_times_are_the_instants_that_they_name(String text, Instant instant) {
    assertThat(EventTime.parse(text)).contains(new EventTime(instant, true));
  }
}
