package io.orderlake.application.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.gold.CellChange.Kind;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.money.Amount;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CompareGoldTest {
  private static final LakeProperties UTC = GoldFixture.in(ZoneOffset.UTC);
  private static final Seq<GoldProjection> TABLES = GoldProjections.in(UTC);
  private static final GoldProjection CITY_HOUR = TABLES.get(0);

  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final InMemoryGoldView view = new InMemoryGoldView();
  private final CompareGold compare = new CompareGold(versions, view, TABLES, number -> UTC);

  private static GoldCell cell(String city, int hour, String revenue, long events) {
    Instant start = Instant.parse("2026-11-22T00:00:00Z").plusSeconds(3600L * hour);
    return new GoldCell(
        CITY_HOUR.key(List.of(city, "USD"), start), Figures.of(Amount.of(revenue), events, events));
  }

  private void publish(GoldCell... cells) {
    long version = view.commit(CITY_HOUR, Set.of("2026-11-22"), List.of(cells));
    publish(TreeMap.of(TableId.gold(CITY_HOUR.table()), new TableState(version, 0)));
  }

  private void publish(SortedMap<TableId, TableState> changed) {
    versions.publish(
        versions.latest().next(new RunId("run"), 1, Instant.EPOCH, changed, RunReport.nothing()));
  }

  private static CompareGold.Query query(long before, long after) {
    return new CompareGold.Query(
        CITY_HOUR.table(),
        HashMap.empty(),
        new AsOf.Version(before),
        new AsOf.Version(after),
        Integer.MAX_VALUE);
  }

  private GoldChanges changes(long before, long after) {
    return compare.compare(query(before, after)).get();
  }

  @Test
  void cells_come_change_and_go_with_the_figures_of_both_versions() {
    GoldCell berlin = cell("Berlin", 10, "10.00", 1);
    GoldCell more = cell("Berlin", 10, "12.50", 2);
    GoldCell paris = cell("Paris", 10, "100.00", 1);
    GoldCell rome = cell("Rome", 11, "3.00", 1);
    publish(berlin, paris, cell("Oslo", 9, "1.00", 1));
    publish(more, rome, cell("Oslo", 9, "1.00", 1));

    GoldChanges changes = changes(1, 2);

    assertThat(changes.changes())
        .containsExactly(
            new CellChange(paris.key(), Option.some(paris.figures()), Option.none()),
            new CellChange(rome.key(), Option.none(), Option.some(rome.figures())),
            new CellChange(
                berlin.key(), Option.some(berlin.figures()), Option.some(more.figures())));
    assertThat(changes.changes().map(CellChange::kind))
        .containsExactly(Kind.GONE, Kind.CAME, Kind.CHANGED);
    assertThat(changes.changes().map(change -> change.revenue().plain()))
        .containsExactly("-100.00", "3.00", "2.50");
    assertThat(changes.all()).isEqualTo(3);
    assertThat(changes.totalBefore().revenue()).isEqualTo("111.00");
    assertThat(changes.totalAfter().revenue()).isEqualTo("16.50");
  }

  @Test
  void a_cell_whose_revenue_stayed_has_changed_when_another_figure_has() {
    publish(cell("Berlin", 10, "10.00", 1));
    publish(cell("Berlin", 10, "10.00", 2));

    assertThat(changes(1, 2).changes().map(CellChange::kind)).containsExactly(Kind.CHANGED);
  }

  @Test
  void a_version_that_did_not_touch_the_table_changed_nothing_and_has_its_totals() {
    publish(cell("Berlin", 10, "10.00", 1));
    publish(TreeMap.empty());

    GoldChanges changes = changes(1, 2);

    assertThat(changes.all()).isZero();
    assertThat(changes.totalAfter()).isEqualTo(changes.totalBefore());
    assertThat(changes.totalAfter().revenue()).isEqualTo("10.00");
  }

  @Test
  void before_the_first_version_there_was_nothing() {
    publish(cell("Berlin", 10, "10.00", 1));

    assertThat(changes(0, 1).count(Kind.CAME)).isEqualTo(1);
    assertThat(changes(1, 0).count(Kind.GONE)).isEqualTo(1);
  }

  @Test
  void no_more_changes_are_shown_than_asked_for_and_all_are_counted() {
    publish(cell("Berlin", 10, "10.00", 1), cell("Paris", 10, "11.00", 1));
    CompareGold.Query one =
        new CompareGold.Query(
            CITY_HOUR.table(), HashMap.empty(), new AsOf.Version(0), AsOf.NEWEST, 1);

    GoldChanges changes = compare.compare(one).get();

    assertThat(changes.changes().map(change -> change.key().texts().get(0)))
        .containsExactly("Paris");
    assertThat(changes.all()).isEqualTo(2);
  }

  @Test
  void one_city_can_be_looked_at() {
    publish(cell("Berlin", 10, "10.00", 1), cell("Paris", 10, "11.00", 1));
    CompareGold.Query berlin =
        new CompareGold.Query(
            CITY_HOUR.table(), HashMap.of("city", "berlin"), new AsOf.Version(0), AsOf.NEWEST, 10);

    GoldChanges changes = compare.compare(berlin).get();

    assertThat(changes.all()).isEqualTo(1);
    assertThat(changes.totalAfter().revenue()).isEqualTo("10.00");
  }

  @Test
  void what_is_wrong_with_the_question_is_said() {
    publish(cell("Berlin", 10, "10.00", 1));

    assertThat(compare.compare(query(1, 7)).getLeft())
        .isEqualTo("there is no lake version 7: the newest is 1");
    assertThat(
            compare
                .compare(
                    new CompareGold.Query("revenue", HashMap.empty(), AsOf.NEWEST, AsOf.NEWEST, 1))
                .getLeft())
        .startsWith("there is no Gold table 'revenue'");
    assertThat(
            compare
                .compare(
                    new CompareGold.Query(
                        CITY_HOUR.table(), HashMap.empty(), AsOf.NEWEST, AsOf.NEWEST, -1))
                .getLeft())
        .isEqualTo("the limit must be 0 or more, not -1");
  }

  @Test
  void versions_whose_hours_are_others_are_not_compared() {
    publish(cell("Berlin", 10, "10.00", 1));
    publish(cell("Berlin", 10, "12.00", 1));
    LakeProperties berlin = GoldFixture.in(ZoneId.of("Europe/Berlin"));
    CompareGold moved =
        new CompareGold(versions, view, TABLES, number -> number < 2 ? UTC : berlin);

    assertThat(moved.compare(query(1, 2)).getLeft())
        .isEqualTo(
            "lake versions 1 and 2 cannot be compared: one reports in Z and USD, the other in"
                + " Europe/Berlin and USD");
  }

  @Test
  void what_changed_makes_of_the_first_version_the_second() {
    long seed = Long.getLong("orderlake.test.seed", 20261129);
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<GoldCell> before = randomCells(random);
      List<GoldCell> after = randomCells(random);
      publish(before.toArray(GoldCell[]::new));
      publish(after.toArray(GoldCell[]::new));
      long newest = versions.latest().number();

      List<GoldCell> made = new ArrayList<>(before);
      changes(newest - 1, newest)
          .changes()
          .forEach(
              change -> {
                change.before().forEach(was -> made.remove(new GoldCell(change.key(), was)));
                change.after().forEach(is -> made.add(new GoldCell(change.key(), is)));
              });

      assertThat(made).as("seed %s", seed).containsExactlyInAnyOrderElementsOf(after);
    }
  }

  private static List<GoldCell> randomCells(Random random) {
    List<GoldCell> cells = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      if (random.nextInt(3) > 0) {
        cells.add(cell("Berlin", hour, random.nextInt(3) + ".50", 1 + random.nextInt(2)));
      }
    }
    return cells;
  }
}
