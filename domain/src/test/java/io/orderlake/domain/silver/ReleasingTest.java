package io.orderlake.domain.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.Releasing.Claim;
import io.orderlake.domain.silver.Releasing.Decision;
import io.orderlake.domain.silver.Releasing.Fate;
import io.orderlake.domain.silver.Releasing.Held;
import io.orderlake.domain.silver.Releasing.Holder;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleasingTest {
  private static Holder record(long place, String says) {
    return new Holder(
        new BronzeOrder(place, new SourcePosition("orders", 0, place)), ContentHash.of(says));
  }

  private static Held held(Claim... passing) {
    return new Held(passing[0].line().order(), false, List.of(passing), Map.of(), passing.length);
  }

  /** What becomes of a single record; empty when it stays. */
  private static List<Fate> fates(Releasing releasing, String eventId, Holder record) {
    return releasing.decide(held(new Claim(eventId, record))).fates();
  }

  @Test
  void the_first_of_its_event_becomes_a_row_and_its_repeats_are_duplicates() {
    Releasing releasing = new Releasing(Map.of());

    assertThat(fates(releasing, "e-1", record(3, "x"))).containsExactly(Fate.ROW);
    assertThat(fates(releasing, "e-1", record(4, "x"))).containsExactly(Fate.DUPLICATE);
    assertThat(fates(releasing, "e-1", record(5, "y"))).isEmpty();
    assertThat(fates(releasing, "e-2", record(6, "y"))).containsExactly(Fate.ROW);
  }

  @Test
  void a_record_after_the_one_that_silver_has_is_compared_with_it() {
    Releasing releasing = new Releasing(Map.of("e-1", record(3, "x")));

    assertThat(fates(releasing, "e-1", record(4, "x"))).containsExactly(Fate.DUPLICATE);
    assertThat(fates(releasing, "e-1", record(5, "y"))).isEmpty();
  }

  @Test
  void a_record_before_the_one_that_silver_has_is_out_of_turn_whatever_it_says() {
    Releasing releasing = new Releasing(Map.of("e-1", record(3, "x")));

    assertThat(releasing.decide(held(new Claim("e-1", record(1, "x")))).isOutOfTurn()).isTrue();
    assertThat(releasing.decide(held(new Claim("e-1", record(2, "y")))).isOutOfTurn()).isTrue();
  }

  @Test
  void the_lines_of_a_record_are_released_together_or_not_at_all() {
    Releasing releasing = new Releasing(Map.of("e-1", record(3, "x"), "e-2", record(9, "x")));
    Claim conflict = new Claim("e-1", record(5, "y"));
    Claim repeat = new Claim("e-1", record(5, "x"));
    Claim early = new Claim("e-2", record(5, "z"));
    Claim row = new Claim("e-3", record(5, "z"));

    assertThat(releasing.decide(held(row, early))).isEqualTo(new Decision(false, true, List.of()));
    assertThat(releasing.decide(held(conflict, conflict)).isReleased()).isFalse();
    assertThat(releasing.decide(held(repeat, conflict, row, row)).fates())
        .containsExactly(Fate.DUPLICATE, Fate.STAYS, Fate.ROW, Fate.DUPLICATE);
  }

  @Test
  void a_record_that_is_taken_apart_by_now_is_held_no_longer_as_a_whole() {
    Releasing releasing = new Releasing(Map.of("e-1", record(3, "x")));
    BronzeOrder place = record(5, "y").order();
    Claim conflict = new Claim("e-1", record(5, "y"));

    assertThat(releasing.decide(new Held(place, true, List.of(conflict), Map.of("a", 1L), 2)))
        .isEqualTo(new Decision(true, false, List.of(Fate.STAYS)));
    assertThat(releasing.decide(new Held(place, true, List.of(), Map.of("a", 2L), 2)))
        .isEqualTo(new Decision(true, false, List.of()));
    assertThat(releasing.decide(new Held(place, false, List.of(), Map.of("a", 1L), 1)))
        .isEqualTo(new Decision(false, false, List.of()));
  }
}
