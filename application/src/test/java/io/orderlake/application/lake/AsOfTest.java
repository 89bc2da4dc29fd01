package io.orderlake.application.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.text.TimeText;
import io.vavr.collection.TreeMap;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AsOfTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();

  /** One version an hour, from noon on. */
  private void publish(int count) {
    for (int i = 0; i < count; i++) {
      LakeVersion latest = versions.latest();
      versions.publish(
          latest.next(
              new RunId("run-" + i),
              1,
              NOON.plus(Duration.ofHours(i)),
              TreeMap.empty(),
              RunReport.nothing()));
    }
  }

  private long number(String asOf) {
    return AsOf.parse(asOf, BERLIN).get().in(versions).get().number();
  }

  private String problem(String asOf) {
    return AsOf.parse(asOf, BERLIN).get().in(versions).getLeft();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-22T12:00:00Z, 1",
    "2026-11-22T12:59:59.999999Z, 1",
    "2026-11-22T13:00:00Z, 2",
    "2026-11-22T16:30:00Z, 5",
    "2026-11-22T22:59:00Z, 11",
    "2026-11-23, 12",
    "2030-01-01, 13",
    "0, 0",
    "7, 7"
  })
  void what_was_known_then_is_the_last_version_published_by_then(String asOf, long number) {
    publish(13);

    assertThat(number(asOf)).isEqualTo(number);
  }

  /** Times are shown to the second, so a version is found by the second it was published in. */
  @Test
  void a_time_without_decimals_means_its_whole_second() {
    Instant published = NOON.plusMillis(900);
    versions.publish(
        versions
            .latest()
            .next(new RunId("run"), 1, published, TreeMap.empty(), RunReport.nothing()));

    assertThat(number(new TimeText(BERLIN).moment(published))).isEqualTo(1);
    assertThat(problem("2026-11-22T12:00:00.5Z")).startsWith("nothing was published up to");
    assertThat(problem("2026-11-22T11:59:59Z")).startsWith("nothing was published up to");
  }

  @Test
  void a_version_that_is_not_there_is_told_from_one_that_was_given_up() {
    publish(3);
    versions.keepSince(2);

    assertThat(problem("4")).isEqualTo("there is no lake version 4: the newest is 3");
    assertThat(problem("2026-11-22T11:00:00Z"))
        .isEqualTo(
            "nothing was published up to 2026-11-22 11:00:00 UTC: the first lake version is of"
                + " 2026-11-22 12:00:00 UTC");
    assertThat(problem("1"))
        .isEqualTo(problem("2026-11-22T12:30:00Z"))
        .contains("lake version 1", "older than the retention", "can be read is 2");
  }

  @Test
  void an_empty_lake_says_so() {
    assertThat(AsOf.NEWEST.in(versions).get().isEmpty()).isTrue();
    assertThat(problem("1")).isEqualTo("there is no lake version 1: none has been published yet");
    assertThat(problem("2026-11-22")).endsWith(": none has been published yet");
  }

  @Test
  void other_words_are_refused() {
    assertThat(AsOf.parse("yesterday", BERLIN).getLeft())
        .isEqualTo(
            "'yesterday' is not a date such as 2026-11-22, an instant such as 2026-11-22T10:00:00Z,"
                + " nor a time of Europe/Berlin such as 2026-11-22 10:00, nor a lake version's"
                + " number");
    assertThat(AsOf.parse("99999999999999999999", BERLIN).isLeft()).isTrue();
  }
}
