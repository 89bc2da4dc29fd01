package io.orderlake.domain.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.silver.Releasing.Fate;
import io.orderlake.domain.silver.Releasing.Holder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleasingTest {
  private static Holder record(long place, String says) {
    return new Holder(
        new BronzeOrder(place, new SourcePosition("orders", 0, place)), ContentHash.of(says));
  }

  @Test
  void the_first_of_its_event_becomes_a_row_and_its_repeats_are_duplicates() {
    Releasing releasing = new Releasing(Map.of());

    assertThat(releasing.next("e-1", record(3, "x"))).isEqualTo(Fate.ROW);
    assertThat(releasing.next("e-1", record(4, "x"))).isEqualTo(Fate.DUPLICATE);
    assertThat(releasing.next("e-1", record(5, "y"))).isEqualTo(Fate.STAYS);
    assertThat(releasing.next("e-2", record(6, "y"))).isEqualTo(Fate.ROW);
  }

  @Test
  void a_record_after_the_one_that_silver_has_is_compared_with_it() {
    Releasing releasing = new Releasing(Map.of("e-1", record(3, "x")));

    assertThat(releasing.next("e-1", record(4, "x"))).isEqualTo(Fate.DUPLICATE);
    assertThat(releasing.next("e-1", record(5, "y"))).isEqualTo(Fate.STAYS);
  }

  @Test
  void a_record_before_the_one_that_silver_has_is_out_of_turn_whatever_it_says() {
    Releasing releasing = new Releasing(Map.of("e-1", record(3, "x")));

    assertThat(releasing.next("e-1", record(1, "x"))).isEqualTo(Fate.OUT_OF_TURN);
    assertThat(releasing.next("e-1", record(2, "y"))).isEqualTo(Fate.OUT_OF_TURN);
  }
}
