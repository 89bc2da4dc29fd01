package io.orderlake.application.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.contract.GoldViewContract;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class KeptGoldViewTest extends GoldViewContract {
  private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  private static final GoldCell OSLO = city("2026-11-22", "Oslo", TEN, "1");
  private static final GoldCell BERN = city("2026-11-22", "Bern", TEN, "2");
  private static final GoldCell ROME = city("2026-11-22", "Rome", TEN, "3");

  private final InMemoryGoldView stored = new InMemoryGoldView();
  private final List<Long> reads = new ArrayList<>();
  private final GoldView counting =
      new GoldView() {
        @Override
        public void forEach(GoldProjection table, long version, Consumer<GoldCell> consumer) {
          reads.add(version);
          stored.forEach(table, version, consumer);
        }
      };
  private final GoldView view = new KeptGoldView(counting, 1_000);

  @Override
  protected GoldView view() {
    return view;
  }

  @Override
  protected long commit(GoldProjection projection, Set<String> replaced, List<GoldCell> added) {
    return stored.commit(projection, replaced, added);
  }

  private static List<GoldCell> cells(GoldView view, long version) {
    List<GoldCell> cells = new ArrayList<>();
    view.forEach(BY_CITY_HOUR, version, cells::add);
    return cells;
  }

  @Test
  void a_version_is_read_once() {
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(OSLO, BERN));

    assertThat(cells(view, version)).containsExactly(OSLO, BERN);
    assertThat(cells(view, version)).containsExactly(OSLO, BERN);
    assertThat(reads).containsExactly(version);
  }

  @Test
  void what_was_not_looked_at_for_longest_gives_way() {
    GoldView small = new KeptGoldView(counting, 4);
    long first = commit(BY_CITY_HOUR, Set.of(), List.of(OSLO, BERN));
    long second = commit(BY_CITY_HOUR, Set.of("2026-11-22"), List.of(OSLO, ROME));
    long third = commit(BY_CITY_HOUR, Set.of("2026-11-22"), List.of(BERN, ROME));

    for (long version : List.of(first, second, first, third, first, second)) {
      assertThat(cells(small, version)).hasSize(2);
    }

    assertThat(reads).containsExactly(first, second, third, second);
  }

  @Test
  void a_version_with_too_many_cells_is_read_each_time() {
    GoldView small = new KeptGoldView(counting, 2);
    long version = commit(BY_CITY_HOUR, Set.of(), List.of(OSLO, BERN, ROME));

    assertThat(cells(small, version)).containsExactly(OSLO, BERN, ROME);
    assertThat(cells(small, version)).containsExactly(OSLO, BERN, ROME);
    assertThat(reads).hasSize(2);
  }
}
