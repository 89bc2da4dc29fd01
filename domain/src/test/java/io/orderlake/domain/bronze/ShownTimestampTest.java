package io.orderlake.domain.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownTimestampTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0001-01-01T00:00:00Z",
        "1582-10-15T00:00:00Z",
        "1899-12-31T23:59:59.999Z",
        "1969-12-31T23:59:59.999Z",
        "2026-11-22T10:15:30.123Z",
        "9999-12-31T23:59:59.999Z"
      })
  void a_time_of_the_years_1_to_9999_is_shown_as_it_is(Instant time) {
    assertThat(ShownTimestamp.of(time.toEpochMilli())).isEqualTo(time.toEpochMilli());
    assertThat(ShownTimestamp.isExact(time.toEpochMilli())).isTrue();
  }

  @Test
  void one_beyond_them_is_shown_as_the_nearest() {
    assertThat(Instant.ofEpochMilli(ShownTimestamp.of(Long.MIN_VALUE)))
        .isEqualTo("0001-01-01T00:00:00Z");
    assertThat(Instant.ofEpochMilli(ShownTimestamp.of(Long.MAX_VALUE)))
        .isEqualTo("9999-12-31T23:59:59.999Z");
    assertThat(ShownTimestamp.isExact(253_402_300_800_000L)).isFalse();
    assertThat(ShownTimestamp.isExact(-62_135_596_800_001L)).isFalse();
  }
}
