package io.orderlake.domain.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LakePropertiesTest {
  private static LakeProperties in(String zone) {
    return new LakeProperties(ZoneId.of(zone), "EUR");
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,Z",
    "UTC,Etc/UTC",
    "UTC,GMT",
    "UTC,Etc/GMT0",
    "UTC,+00:00",
    "UTC,UTC+0",
    "+01:00,Etc/GMT-1",
    "Europe/Berlin,Europe/Berlin",
    "Asia/Calcutta,Asia/Kolkata"
  })
  void spellings_of_one_zone_mean_the_same(String one, String other) {
    assertThat(in(one).meansTheSameAs(in(other))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "UTC,Europe/London",
    "UTC,+01:00",
    "Europe/Berlin,+01:00",
    "Europe/Berlin,Europe/Lisbon",
    "Europe/Berlin,Africa/Algiers"
  })
  void zones_that_have_ever_cut_time_otherwise_do_not(String one, String other) {
    assertThat(in(one).meansTheSameAs(in(other))).isFalse();
  }

  @Test
  void a_change_that_was_never_published_is_not_remembered() {
    KeptProperties born = KeptProperties.from(in("UTC"));
    KeptProperties twice = born.changedTo(in("Asia/Tokyo"), 5).changedTo(in("Europe/Berlin"), 5);

    assertThat(twice.at(5)).isEqualTo(in("UTC"));
    assertThat(twice.at(6)).isEqualTo(in("Europe/Berlin"));
    assertThat(twice.former()).hasSize(1);
  }

  /** The tables may have been changed already when the change was broken off. */
  @Test
  void a_change_that_is_taken_back_is_a_change_too() {
    KeptProperties back =
        KeptProperties.from(in("UTC")).changedTo(in("Asia/Tokyo"), 5).changedTo(in("UTC"), 5);

    assertThat(back.isBeingChanged(5)).isTrue();
    assertThat(back.isBeingChanged(6)).isFalse();
  }

  @Test
  void before_anything_is_published_there_is_nothing_to_remember() {
    KeptProperties kept = KeptProperties.from(in("UTC")).changedTo(in("Asia/Tokyo"), 0);
    assertThat(kept).isEqualTo(KeptProperties.from(in("Asia/Tokyo")));
    assertThat(kept.isBeingChanged(0)).isFalse();
  }
}
