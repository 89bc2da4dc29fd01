package io.orderlake.application.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.Runs;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SeldomTest {
  private Instant now = Runs.NOON;
  private int reads;
  private final Seldom<Integer, Integer> seldom = new Seldom<>(() -> now);

  @Test
  void what_has_not_changed_is_not_read_anew() {
    assertThat(get(1)).isEqualTo(1);
    now = now.plusSeconds(3600);
    assertThat(get(1)).isEqualTo(1);
  }

  @Test
  void what_has_changed_is_read_when_twenty_times_as_long_has_passed_as_reading_took() {
    get(1);
    now = now.plusSeconds(39);
    assertThat(get(2)).isEqualTo(1);
    now = now.plusSeconds(2);
    assertThat(get(2)).isEqualTo(2);
  }

  @Test
  void who_asks_does_not_wait_where_somebody_else_renews_it() {
    seldom.renew(1, this::read);
    now = now.plusSeconds(3600);
    assertThat(get(2)).isEqualTo(1);
    seldom.renew(2, this::read);
    assertThat(get(3)).isEqualTo(2);
  }

  private int get(int key) {
    return seldom.get(key, this::read).value();
  }

  private int read() {
    now = now.plus(Duration.ofSeconds(2));
    return ++reads;
  }
}
