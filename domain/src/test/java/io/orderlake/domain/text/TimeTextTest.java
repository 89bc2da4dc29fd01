package io.orderlake.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeTextTest {
  @ParameterizedTest
  @CsvSource({
    "UTC, 2026-11-24T20:21:57.956624687Z, 2026-11-24 20:21:57 UTC",
    "Z, 2026-11-24T20:21:57Z, 2026-11-24 20:21:57 UTC",
    "Europe/London, 2026-11-24T20:21:57Z, 2026-11-24 20:21:57 UTC",
    "Europe/Berlin, 2026-11-24T20:21:57.9Z, 2026-11-24 21:21:57+01:00",
    "Asia/Kathmandu, 2026-11-24T20:21:57Z, 2026-11-25 02:06:57+05:45",
    "America/New_York, 1800-01-01T12:00:00Z, 1800-01-01 07:03:58-04:56:02",
    "UTC, +292278994-08-17T07:12:55.807Z, +292278994-08-17 07:12:55 UTC",
    "UTC, -0044-03-15T10:00:00Z, -0044-03-15 10:00:00 UTC",
    "Europe/Berlin, +1000000000-12-31T23:59:59.999999999Z, +1000000000-12-31T23:59:59.999999999Z"
  })
  void moments_are_told_to_the_second_with_their_zone(String zone, Instant time, String told) {
    assertThat(new TimeText(ZoneId.of(zone)).moment(time)).isEqualTo(told);
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-10-24T23:00:00Z, 2026-10-25 01:00",
    "Europe/Berlin, 2026-10-25T00:00:00Z, 2026-10-25 02:00+02:00",
    "Europe/Berlin, 2026-10-25T01:00:00Z, 2026-10-25 02:00+01:00",
    "Europe/Berlin, 2026-10-25T02:00:00Z, 2026-10-25 03:00",
    "America/New_York, 2026-11-01T05:00:00Z, 2026-11-01 01:00-04:00",
    "America/New_York, 2026-11-01T06:00:00Z, 2026-11-01 01:00-05:00",
    "Australia/Lord_Howe, 2026-10-03T15:30:00Z, 2026-10-04 02:30",
    "Australia/Lord_Howe, 2026-04-04T14:30:00Z, 2026-04-05 01:30+11:00",
    "Australia/Lord_Howe, 2026-04-04T15:00:00Z, 2026-04-05 01:30+10:30",
    "Asia/Kathmandu, 2026-11-22T10:15:00Z, 2026-11-22 16:00",
    "UTC, 2026-11-22T10:00:00Z, 2026-11-22 10:00"
  })
  void an_hour_that_comes_twice_has_its_offset(String zone, Instant start, String told) {
    assertThat(new TimeText(ZoneId.of(zone)).start(start)).isEqualTo(told);
  }

  @Test
  void days_are_told_as_they_are() {
    assertThat(new TimeText(ZoneOffset.UTC).start(LocalDate.of(2026, 11, 22)))
        .isEqualTo("2026-11-22");
  }

  @Test
  void digits_are_those_of_ascii_under_every_locale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try {
      assertThat(new TimeText(ZoneOffset.UTC).moment(Instant.EPOCH))
          .isEqualTo("1970-01-01 00:00:00 UTC");
    } finally {
      Locale.setDefault(before);
    }
  }
}
