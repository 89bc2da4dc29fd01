package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.TreeMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link GoldTables} promises. */
public abstract class GoldTablesContract {
  private static final long ANY = 1_000_000;

  private LakeLab lab;

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  /** How many random histories to try. */
  protected abstract int histories();

  @BeforeEach
  void open() {
    lab = newLab();
  }

  @Test
  void every_cell_is_the_fold_of_the_silver_rows_that_fall_into_it() {
    for (int i = 0; i < histories(); i++) {
      long seed = 815L + i;
      Random random = new Random(seed);
      LakeLab lake = newLab();
      SilverTable silver = lake.silver();
      GoldTables gold = lake.gold();
      for (List<Sent> commit : History.cut(History.random(random, 60), random)) {
        lake.store(commit);
        refine(silver);
        if (random.nextBoolean()) {
          fold(silver, gold, 1 + random.nextInt(30));
        }
      }
      fold(silver, gold, ANY);
      for (GoldProjection projection : lake.projections()) {
        assertThat(lake.cells(projection))
            .as("seed %d, %s", seed, projection.table())
            .isEqualTo(oracle(lake, projection))
            .isNotEmpty();
      }
    }
  }

  @Test
  void a_late_event_is_added_to_the_cell_it_belongs_to() {
    store(Event.v2("e-1").text("event_time", "2026-11-20T10:00:00Z"));
    store(Event.v2("e-2").text("event_time", "2026-11-22T10:00:00Z"));
    fold(lab, ANY);
    store(Event.v2("e-3").text("event_time", "2026-11-20T10:59:59.999999Z"));
    FoldCounts counts = fold(lab, ANY);

    assertThat(counts.cellsChanged().values()).containsOnly(1L);
    GoldProjection byCityHour = lab.projections().get(0);
    assertThat(lab.cells(byCityHour).values())
        .extracting(Figures::events)
        .containsExactlyInAnyOrder(2L, 1L);
  }

  @Test
  void every_table_gains_each_row_once() {
    store(Event.v2("e-1"), Event.v2("e-2").text("city", "Oslo"), Event.v2("e-3"));
    FoldCounts counts = fold(lab, ANY);

    assertThat(counts.read()).isEqualTo(3);
    assertThat(counts.conserves()).isTrue();
    assertThat(counts.events().keySet().toJavaList())
        .containsExactlyInAnyOrderElementsOf(
            lab.projections().stream().map(GoldProjection::table).toList());
    assertThat(counts.cellsChanged().get("revenue_by_city_hour")).contains(2L);
    assertThat(counts.cellsChanged().get("revenue_by_product_day")).contains(1L);
  }

  @Test
  void what_is_staged_is_not_visible_and_moves_no_position() {
    store(Event.v2("e-1"));
    GoldTables gold = lab.gold();
    VersionRange range = gold.unread(silverVersion(), ANY);
    gold.prepare(range).close();

    assertThat(lab.cells(lab.projections().get(0))).isEmpty();
    assertThat(lab.gold().unread(silverVersion(), ANY)).isEqualTo(range);
  }

  @Test
  void silver_beyond_the_published_version_is_not_looked_at() {
    store(Event.v2("e-1"));
    long published = silverVersion();
    store(Event.v2("e-2"));

    VersionRange range = lab.gold().unread(published, ANY);
    assertThat(range.upTo()).isEqualTo(published);
    assertThat(range.records()).isEqualTo(1);
  }

  @Test
  void a_range_committed_by_somebody_else_is_not_added_again() {
    store(Event.v2("e-1"));
    GoldTables gold = lab.gold();
    GoldTables other = lab.gold();
    VersionRange range = gold.unread(silverVersion(), ANY);
    try (PreparedRevenue late = other.prepare(range)) {
      commit(gold, range);
      late.commit();
    }
    assertThat(lab.cells(lab.projections().get(0)).values())
        .extracting(Figures::events)
        .containsExactly(1L);
  }

  @Test
  void after_a_crash_between_two_tables_the_same_range_changes_only_those_that_lag() {
    store(Event.v2("e-1"), Event.v2("e-2"));
    VersionRange range = lab.gold().unread(silverVersion(), ANY);
    lab.crashBetweenGoldCommits(range);
    assertThat(lab.cells(lab.projections().get(0))).isNotEmpty();
    assertThat(lab.cells(lab.projections().get(1))).isEmpty();
    store(Event.v2("e-3"));

    assertThat(lab.gold().unread(silverVersion(), ANY)).isEqualTo(range);
    fold(lab, ANY);
    for (GoldProjection projection : lab.projections()) {
      assertThat(lab.cells(projection)).isEqualTo(oracle(lab, projection));
    }
  }

  @Test
  void a_table_that_is_added_later_catches_up_and_no_other_counts_twice() {
    List<GoldProjection> first = lab.projections().subList(0, 1);
    store(Event.v2("e-1"));
    fold(lab.silver(), lab.gold(first), ANY);
    store(Event.v2("e-2"));
    store(Event.v2("e-3"));
    fold(lab.silver(), lab.gold(first), 1);
    store(Event.v2("e-4"));
    fold(lab, ANY);

    for (GoldProjection projection : lab.projections()) {
      assertThat(lab.cells(projection)).isEqualTo(oracle(lab, projection));
    }
  }

  @Test
  void the_counts_of_commits_are_read_back_from_the_commits() {
    store(Event.v2("e-1"));
    fold(lab, ANY);
    var published = lab.gold().states();
    store(Event.v2("e-2"));
    store(Event.v2("e-3").text("city", "Oslo"));
    fold(lab, 1);

    FoldCounts since = lab.gold().committedSince(published);
    assertThat(since.read()).isEqualTo(2);
    assertThat(since.events().values()).containsOnly(2L);
    assertThat(lab.gold().committedSince(TreeMap.empty()).read()).isEqualTo(3);
    assertThat(published.keySet().toJavaList())
        .containsExactlyInAnyOrderElementsOf(
            lab.projections().stream().map(p -> TableId.gold(p.table())).toList());
  }

  private void store(Event... events) {
    lab.store(List.of(events).stream().map(event -> Sent.to(0, event)).toList());
    refine(lab.silver());
  }

  private void refine(SilverTable silver) {
    RecordRefiner refiner = new RecordRefiner(decoder(), RuleSet.of(RuleSettings.DEFAULTS));
    try (PreparedRefinement staged = silver.prepare(silver.unread(ANY), refiner)) {
      staged.commit();
    }
  }

  private long silverVersion() {
    return silverVersion(lab.silver());
  }

  private static long silverVersion(SilverTable silver) {
    return silver.states().get(TableId.SILVER_ORDERS).map(TableState::version).get();
  }

  private static FoldCounts fold(LakeLab lake, long maxRecords) {
    return fold(lake.silver(), lake.gold(), maxRecords);
  }

  private static FoldCounts fold(SilverTable silver, GoldTables gold, long maxRecords) {
    long upTo = silverVersion(silver);
    FoldCounts counts = FoldCounts.ZERO;
    for (VersionRange range = gold.unread(upTo, maxRecords);
        !range.isEmpty();
        range = gold.unread(upTo, maxRecords)) {
      counts = counts.plus(commit(gold, range));
    }
    return counts;
  }

  private static FoldCounts commit(GoldTables gold, VersionRange range) {
    try (PreparedRevenue staged = gold.prepare(range)) {
      assertThat(staged.counts().conserves()).isTrue();
      assertThat(staged.counts().read()).isEqualTo(range.records());
      staged.commit();
      return staged.counts();
    }
  }

  private static Map<GoldKey, Figures> oracle(LakeLab lake, GoldProjection projection) {
    return Fold.of(lake.silverRows(), projection);
  }
}
