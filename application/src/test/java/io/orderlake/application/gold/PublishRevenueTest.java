package io.orderlake.application.gold;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.HashMap;
import io.vavr.collection.SortedMap;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishRevenueTest {
  private final InMemoryLake lake = new InMemoryLake();
  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final RecordRefiner refiner =
      new RecordRefiner(new PlainOrderEventDecoder(), RuleSet.of(RuleSettings.DEFAULTS));

  @Test
  void all_gold_tables_are_published_as_one_lake_version_beside_silver() {
    silver(Event.v2("e-1"), Event.v2("e-2").text("city", "Oslo"));
    RunOutcome outcome = gold(lake.gold(), "g-1").get();

    assertThat(outcome.report().eventsFolded()).isEqualTo(2);
    assertThat(outcome.report().cellsChanged().get("revenue_by_city_hour")).contains(2L);
    assertThat(outcome.report().cellsChanged().get("revenue_by_product_day")).contains(1L);
    assertThat(outcome.lakeVersion()).isEqualTo(2);
    assertThat(versions.latest().tables().keySet())
        .containsExactlyInAnyOrder(
            TableId.BRONZE_ORDERS,
            TableId.SILVER_ORDERS,
            TableId.QUARANTINE,
            TableId.gold("revenue_by_city_hour"),
            TableId.gold("revenue_by_product_day"),
            TableId.gold("revenue_by_city_product_month"),
            TableId.gold("revenue_by_city_week"),
            TableId.gold("revenue_by_customer_week"));
    assertThat(versions.latest().totals().refined()).isEqualTo(2);
  }

  @Test
  void before_silver_was_published_there_is_nothing_to_do() {
    RunOutcome outcome = gold(lake.gold(), "g-1").get();

    assertThat(outcome.report().isNothing()).isTrue();
    assertThat(versions.latest().isEmpty()).isTrue();
  }

  @Test
  void silver_rows_that_are_committed_but_not_published_wait() {
    silver(Event.v2("e-1"));
    lake.store(List.of(Sent.to(0, Event.v2("e-2"))));
    SilverTable unpublished = lake.silver();
    try (PreparedRefinement staged = unpublished.prepare(unpublished.unread(10), refiner)) {
      staged.commit();
    }
    gold(lake.gold(), "g-1").get();

    assertThat(lake.cells(lake.projections().get(0)).values())
        .extracting(Figures::events)
        .containsExactly(1L);
  }

  @Test
  void a_table_that_is_declared_no_more_is_published_no_more_and_goes_on_when_it_is_again() {
    silver(Event.v2("e-1"));
    gold(lake.gold(), "g-1").get();
    silver(Event.v2("e-2"));
    gold(lake.gold(lake.projections().subList(0, 3)), "g-2").get();

    TableId left = TableId.gold(lake.projections().get(3).table());
    assertThat(versions.latest().table(left)).isEmpty();
    assertThat(versions.version(2).get().table(left)).isNotEmpty();

    gold(lake.gold(), "g-3").get();
    assertThat(versions.latest().table(left)).isNotEmpty();
    assertThat(lake.cells(lake.projections().get(3)).values())
        .extracting(Figures::events)
        .containsExactly(2L);
  }

  @Test
  void asked_again_it_adds_nothing() {
    silver(Event.v2("e-1"));
    gold(lake.gold(), "g-1").get();
    RunOutcome again = gold(lake.gold(), "g-2").get();

    assertThat(again.report().isNothing()).isTrue();
    assertThat(again.lakeVersion()).isEqualTo(2);
  }

  @Test
  void a_table_that_would_gain_more_than_was_read_refuses_the_run() {
    silver(Event.v2("e-1"));
    RunFailure failure = gold(new Doubling(lake.gold()), "g-1").getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.CONSERVATION);
    assertThat(failure.message()).contains("Silver's log counts 1 rows");
    assertThat(lake.cells(lake.projections().get(0))).isEmpty();
    assertThat(versions.latest().number()).isEqualTo(1);
  }

  private void silver(Event... events) {
    lake.store(List.of(events).stream().map(event -> Sent.to(0, event)).toList());
    new RefineOrders(new SilverWork(lake.silver(), refiner, 1_000), publish())
        .run(context("s-" + versions.latest().number()))
        .get();
  }

  private Either<RunFailure, RunOutcome> gold(GoldTables tables, String run) {
    return new PublishRevenue(new GoldWork(tables, 1_000), publish()).run(context(run));
  }

  private PublishLake publish() {
    return new PublishLake(versions, Clock.fixed(Sent.NOON, ZoneOffset.UTC));
  }

  private static RunContext context(String run) {
    return new RunContext(new RunId(run), 1, HashMap.empty());
  }

  /** Tables that count each event twice. */
  private record Doubling(GoldTables tables) implements GoldTables {
    @Override
    public VersionRange unread(long silverVersion, long maxRecords) {
      return tables.unread(silverVersion, maxRecords);
    }

    @Override
    public PreparedRevenue refold(long silverVersion) {
      return twice(tables.refold(silverVersion));
    }

    @Override
    public PreparedRevenue prepare(VersionRange range) {
      return twice(tables.prepare(range));
    }

    private static PreparedRevenue twice(PreparedRevenue staged) {
      return new PreparedRevenue() {
        @Override
        public FoldCounts counts() {
          FoldCounts right = staged.counts();
          return new FoldCounts(
              right.read(), right.events().mapValues(n -> 2 * n), right.cellsChanged());
        }

        @Override
        public void commit() {
          staged.commit();
        }

        @Override
        public void close() {
          staged.close();
        }
      };
    }

    @Override
    public SortedMap<TableId, TableState> states() {
      return tables.states();
    }

    @Override
    public FoldCounts committedSince(SortedMap<TableId, TableState> published) {
      return tables.committedSince(published);
    }
  }
}
