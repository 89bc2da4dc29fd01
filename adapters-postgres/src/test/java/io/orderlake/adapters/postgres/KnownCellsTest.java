package io.orderlake.adapters.postgres;

import static io.orderlake.application.fixture.ServedLake.cell;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class KnownCellsTest {
  private static final GoldProjection HOURS =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final String DAY = "2026-11-22";

  private final KnownCells known = new KnownCells();

  private static GoldCell city(String name, String revenue) {
    return cell(HOURS, TEN, 1, revenue, name);
  }

  /** From one content of the day to another; what was wanted of its cells. */
  private List<String> wanted(KnownCells.Changes changes, GoldCell... cells) {
    return List.of(cells).filter(changes::isWanted).map(cell -> cell.key().texts().get(0));
  }

  private KnownCells.Changes changes(String was, String becomes) {
    return known.changes(1, HashMap.of(DAY, was), HashMap.of(DAY, becomes));
  }

  private static List<String> ended(KnownCells.Changes changes) {
    return List.ofAll(changes.ended()).map(key -> key.texts().get(0)).sorted();
  }

  @Test
  void of_a_partition_that_changes_again_only_what_changes_is_wanted() {
    KnownCells.Changes first = changes("a", "b");
    assertThat(wanted(first, city("Oslo", "1"), city("Bergen", "2"), city("Narvik", "3")))
        .containsExactly("Oslo", "Bergen", "Narvik");
    assertThat(first.unknown()).containsExactly(DAY);
    assertThat(first.ended()).isEmpty();
    first.remember();

    KnownCells.Changes second = changes("b", "c");
    assertThat(wanted(second, city("Bergen", "2.00"), city("Oslo", "1.5"), city("Bodø", "4")))
        .containsExactly("Oslo", "Bodø");
    assertThat(second.unknown()).isEmpty();
    assertThat(ended(second)).containsExactly("Narvik", "Oslo");
    second.remember();

    KnownCells.Changes third = changes("c", "d");
    assertThat(wanted(third, city("Oslo", "1.5"), city("Bergen", "2"), city("Bodø", "4")))
        .isEmpty();
    assertThat(third.ended()).isEmpty();
  }

  @Test
  void where_another_content_is_served_nothing_is_known() {
    KnownCells.Changes first = changes("a", "b");
    assertThat(wanted(first, city("Oslo", "1"))).hasSize(1);
    first.remember();

    KnownCells.Changes second = changes("of another server", "c");
    assertThat(wanted(second, city("Oslo", "1"))).containsExactly("Oslo");
    assertThat(second.unknown()).containsExactly(DAY);
  }

  @Test
  void what_did_not_come_to_its_end_is_not_known() {
    KnownCells.Changes first = changes("a", "b");
    assertThat(wanted(first, city("Oslo", "1"))).hasSize(1);
    first.remember();
    assertThat(wanted(changes("b", "c"), city("Oslo", "2"))).hasSize(1);

    KnownCells.Changes again = changes("b", "c");
    assertThat(wanted(again, city("Oslo", "2"))).containsExactly("Oslo");
    assertThat(again.unknown()).containsExactly(DAY);
  }

  @Test
  void more_cells_than_are_kept_are_not_known_in_part() {
    KnownCells.Changes first = changes("a", "b");
    for (int i = 0; i <= KnownCells.MOST; i++) {
      assertThat(first.isWanted(city("city " + i, "1"))).isTrue();
    }
    first.remember();

    assertThat(changes("b", "c").unknown()).containsExactly(DAY);
  }

  @Test
  void those_that_changed_last_are_kept() {
    for (String partition : List.of("2026-11-20", "2026-11-21", DAY)) {
      KnownCells.Changes changes =
          known.changes(1, HashMap.empty(), HashMap.of(partition, "in " + partition));
      Instant hour = Instant.parse(partition + "T10:00:00Z");
      for (int i = 0; i < KnownCells.MOST / 2; i++) {
        assertThat(changes.isWanted(cell(HOURS, hour, 1, "1", "city " + i))).isTrue();
      }
      changes.remember();
    }

    assertThat(
            known
                .changes(
                    1,
                    HashMap.of(
                        "2026-11-20",
                        "in 2026-11-20",
                        "2026-11-21",
                        "in 2026-11-21",
                        DAY,
                        "in " + DAY),
                    HashMap.of("2026-11-20", "b", "2026-11-21", "b", DAY, "b"))
                .unknown())
        .containsExactly("2026-11-20");
  }
}
