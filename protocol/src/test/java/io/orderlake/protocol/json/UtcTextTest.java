package io.orderlake.protocol.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UtcTextTest {
  private static final long UNTIL_YEAR_10000 = 253_402_300_800L;

  @Test
  void whatever_an_instant_is_written_as_is_read_as_that_instant() {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      long second = (long) (random.nextDouble() * UNTIL_YEAR_10000);
      int step = (int) Math.pow(10, random.nextInt(10));
      Instant time =
          Instant.ofEpochSecond(second, (long) random.nextInt(1_000_000_000 / step) * step);
      assertThat(UtcText.instant(time.toString())).as("seed %s: %s", seed, time).contains(time);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-22T10:15:30Z",
        "2026-11-22T10:15:30.1Z",
        "2026-11-22T10:15:30.000000001Z",
        "0000-01-01T00:00:00Z",
        "2024-02-29T23:59:59.999999999Z"
      })
  void texts_of_that_form_mean_what_they_mean_to_java(String text) {
    assertThat(UtcText.instant(text)).contains(OffsetDateTime.parse(text).toInstant());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-11-22T10:15:30",
        "2026-11-22T10:15:30.Z",
        "2026-11-22T10:15:30.1234567890Z",
        "2026-11-22T10:15:30,1Z",
        "2026-11-22T10:15:30+00:00",
        "2026-11-22T10:15Z",
        "2026-11-22t10:15:30Z",
        "+2026-11-22T10:15:30Z",
        "-026-11-22T10:15:30Z",
        "२०२६-11-22T10:15:30Z"
      })
  void other_texts_are_left_to_java(String text) {
    assertThat(UtcText.instant(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-29T10:15:30Z", "2026-11-22T24:00:00Z", "2026-11-22T10:15:60Z"})
  void a_time_that_there_is_not_is_refused_as_java_refuses_it(String text) {
    assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
    assertThatThrownBy(() -> UtcText.instant(text)).isInstanceOf(DateTimeException.class);
  }
}
