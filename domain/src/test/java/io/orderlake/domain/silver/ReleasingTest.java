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
import io.orderlake.domain.silver.Releasing.RefinedRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleasingTest {
  private static Holder record(long place, String says) {
    return new Holder(
        new BronzeOrder(place, new SourcePosition("orders", 0, place)), ContentHash.of(says));
  }

  private static Held held(Claim... passing) {
    return new Held(passing[0].line().order(), false, List.of(passing), Map.of(), passing.length);
  }

  private static Claim order(String eventId, Holder record) {
    return new Claim(eventId, record, false);
  }

  private static Claim cancellation(String eventId, long place) {
    return new Claim(eventId, record(place, ""), true);
  }

  private static RefinedRow row(String eventId, long place, String says) {
    return new RefinedRow(eventId, record(place, says), false);
  }

  private static RefinedRow withdrawal(String eventId, long place) {
    return new RefinedRow(eventId, record(place, "x"), true);
  }

  /** What becomes of single records, one after the other: a fate, or nothing for one that stays. */
  private static List<List<Fate>> fates(List<RefinedRow> rows, Claim... records) {
    return Releasing.decide(Stream.of(records).map(ReleasingTest::held).toList(), rows).stream()
        .map(Decision::fates)
        .toList();
  }

  private static Decision decided(List<RefinedRow> rows, Held held) {
    return Releasing.decide(List.of(held), rows).get(0);
  }

  @Test
  void the_first_of_its_event_becomes_a_row_and_its_repeats_are_duplicates() {
    assertThat(
            fates(
                List.of(),
                order("e-1", record(3, "x")),
                order("e-1", record(4, "x")),
                order("e-1", record(5, "y")),
                order("e-2", record(6, "y"))))
        .containsExactly(List.of(Fate.ROW), List.of(Fate.DUPLICATE), List.of(), List.of(Fate.ROW));
  }

  @Test
  void a_record_after_the_one_that_silver_has_is_compared_with_it() {
    assertThat(
            fates(
                List.of(row("e-1", 3, "x")),
                order("e-1", record(4, "x")),
                order("e-1", record(5, "y"))))
        .containsExactly(List.of(Fate.DUPLICATE), List.of());
  }

  @Test
  void a_record_before_the_one_that_silver_has_is_out_of_turn_whatever_it_says() {
    List<RefinedRow> rows = List.of(row("e-1", 3, "x"));

    assertThat(decided(rows, held(order("e-1", record(1, "x")))).isOutOfTurn()).isTrue();
    assertThat(decided(rows, held(order("e-1", record(2, "y")))).isOutOfTurn()).isTrue();
  }

  @Test
  void the_lines_of_a_record_are_released_together_or_not_at_all() {
    List<RefinedRow> rows = List.of(row("e-1", 3, "x"), row("e-2", 9, "x"));
    Claim conflict = order("e-1", record(5, "y"));
    Claim repeat = order("e-1", record(5, "x"));
    Claim early = order("e-2", record(5, "z"));
    Claim first = order("e-3", record(5, "z"));
    Claim second = order("e-3", record(5, "z"));

    assertThat(decided(rows, held(first, early))).isEqualTo(new Decision(false, true, List.of()));
    assertThat(decided(rows, held(conflict, order("e-1", record(5, "y")))).isReleased()).isFalse();
    assertThat(decided(rows, held(repeat, conflict, first, second)).fates())
        .containsExactly(Fate.DUPLICATE, Fate.STAYS, Fate.ROW, Fate.DUPLICATE);
  }

  @Test
  void a_record_that_is_taken_apart_by_now_is_held_no_longer_as_a_whole() {
    List<RefinedRow> rows = List.of(row("e-1", 3, "x"));
    BronzeOrder place = record(5, "y").order();
    Claim conflict = order("e-1", record(5, "y"));

    assertThat(decided(rows, new Held(place, true, List.of(conflict), Map.of("a", 1L), 2)))
        .isEqualTo(new Decision(true, false, List.of(Fate.STAYS)));
    assertThat(decided(rows, new Held(place, true, List.of(), Map.of("a", 2L), 2)))
        .isEqualTo(new Decision(true, false, List.of()));
    assertThat(decided(rows, new Held(place, false, List.of(), Map.of("a", 1L), 1)))
        .isEqualTo(new Decision(false, false, List.of()));
  }

  @Test
  void the_first_cancellation_of_an_event_withdraws_it_and_others_say_it_again() {
    assertThat(fates(List.of(row("e-1", 3, "x")), cancellation("e-1", 2), cancellation("e-1", 5)))
        .containsExactly(List.of(Fate.ROW), List.of(Fate.DUPLICATE));
    assertThat(fates(List.of(row("e-1", 3, "x"), withdrawal("e-1", 4)), cancellation("e-1", 5)))
        .containsExactly(List.of(Fate.DUPLICATE));
  }

  @Test
  void a_cancellation_goes_on_waiting_until_its_event_is_released_with_it() {
    assertThat(fates(List.of(), cancellation("e-1", 2))).containsExactly(List.of());
    assertThat(
            fates(
                List.of(),
                cancellation("e-1", 2),
                order("e-1", record(3, "x")),
                cancellation("e-1", 4)))
        .containsExactly(List.of(Fate.ROW), List.of(Fate.ROW), List.of(Fate.DUPLICATE));
  }

  @Test
  void a_cancellation_before_the_one_that_withdrew_its_event_is_out_of_turn() {
    List<RefinedRow> rows = List.of(row("e-1", 1, "x"), withdrawal("e-1", 4));

    assertThat(decided(rows, held(cancellation("e-1", 3))).isOutOfTurn()).isTrue();
  }
}
