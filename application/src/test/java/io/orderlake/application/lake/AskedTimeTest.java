package io.orderlake.application.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.text.TimeText;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AskedTimeTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "2026-10-25, 2026-10-24T22:00:00Z",
    "2026-10-26, 2026-10-25T23:00:00Z",
    "2026-10-25 01:00, 2026-10-24T23:00:00Z",
    "2026-10-25T03:00, 2026-10-25T02:00:00Z",
    "2026-10-25 03:00:07, 2026-10-25T02:00:07Z",
    "2026-10-25 02:00+02:00, 2026-10-25T00:00:00Z",
    "2026-10-25 02:00+01:00, 2026-10-25T01:00:00Z",
    "2026-10-25T02:00 +01:00, 2026-10-25T01:00:00Z",
    "2026-10-25T02:00:00.5+01:00, 2026-10-25T01:00:00.500Z",
    "2026-10-25T02:00:00Z, 2026-10-25T02:00:00Z",
    "2026-10-25 02:00 UTC, 2026-10-25T02:00:00Z",
    "2026-10-25 02:00:09 UTC, 2026-10-25T02:00:09Z"
  })
  void times_are_taken_as_people_write_them(String text, Instant meant) {
    assertThat(AskedTime.instant(text, BERLIN)).isEqualTo(Either.right(meant));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin|2026-10-25 02:00|the clocks of Europe/Berlin showed '2026-10-25 02:00'"
            + " twice; write 2026-10-25 02:00+02:00 or 2026-10-25 02:00+01:00",
        "Europe/Berlin|2026-03-29T02:30|there is no '2026-03-29T02:30' in Europe/Berlin: the clocks"
            + " went from 2026-03-29 02:00 on to 2026-03-29 03:00",
        "Australia/Lord_Howe|2026-04-05 01:30|the clocks of Australia/Lord_Howe showed"
            + " '2026-04-05 01:30' twice; write 2026-04-05 01:30+11:00 or 2026-04-05 01:30+10:30",
        "Australia/Lord_Howe|2026-10-04 02:00|there is no '2026-10-04 02:00' in"
            + " Australia/Lord_Howe: the clocks went from 2026-10-04 02:00 on to 2026-10-04 02:30",
        "Pacific/Apia|2011-12-30 10:00|there is no '2011-12-30 10:00' in Pacific/Apia: the clocks"
            + " went from 2011-12-30 00:00 on to 2011-12-31 00:00",
        "Pacific/Apia|2011-12-30|there is no 2011-12-30 in Pacific/Apia: after the day before it"
            + " came 2011-12-31",
      })
  void what_the_clocks_show_twice_or_never_is_refused(String zone, String text, String sentence) {
    assertThat(AskedTime.instant(text, ZoneId.of(zone))).isEqualTo(Either.left(sentence));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"yesterday", "", "2026-13-01", "2026-11-22T25:00", "2026-11-22 10", "10:00", "🕙"})
  void what_is_no_time_is_refused_with_examples(String text) {
    assertThat(AskedTime.instant(text, BERLIN).getLeft())
        .isEqualTo(
            "'%s' is not a date such as 2026-11-22, an instant such as 2026-11-22T10:00:00Z, nor a"
                    .formatted(text)
                + " time of Europe/Berlin such as 2026-11-22 10:00");
  }

  /** Days of 23, 24 and 25 hours, half hours, and a day that never was. */
  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-28",
    "Europe/Berlin, 2026-10-24",
    "Australia/Lord_Howe, 2026-04-04",
    "Australia/Lord_Howe, 2026-10-03",
    "Asia/Kathmandu, 2026-06-01",
    "Africa/Casablanca, 2026-02-14",
    "Pacific/Apia, 2011-12-29"
  })
  void what_is_shown_can_be_asked_for(ZoneId zone, LocalDate day) {
    TimeText times = new TimeText(zone);
    Instant from = day.atStartOfDay(zone).toInstant();
    for (int quarter = 0; quarter < 3 * 24 * 4; quarter++) {
      Instant time = from.plus(Duration.ofMinutes(15L * quarter));
      assertThat(AskedTime.instant(times.start(time), zone)).isEqualTo(Either.right(time));
      assertThat(AskedTime.instant(times.moment(time), zone)).isEqualTo(Either.right(time));
    }
  }
}
