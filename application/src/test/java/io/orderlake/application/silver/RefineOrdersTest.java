package io.orderlake.application.silver;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.HashMap;
import io.vavr.collection.SortedMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefineOrdersTest {
  private static final RuleSettings RULES = RuleSettings.DEFAULTS;

  private final InMemoryLake lake = new InMemoryLake();
  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();

  @Test
  void silver_and_quarantine_are_published_together_with_what_was_done() {
    lake.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.raw(0, new byte[] {'{'})));
    lake.store(List.of(Sent.to(0, Event.v2("e-1"))));
    RunOutcome outcome = run(lake.silver(), RULES, "r-1").get();

    assertThat(outcome.report().conservation()).isEqualTo(new Conservation(3, 1, 1, 1));
    assertThat(outcome.report().quarantinedByReason().get("undecodable")).contains(1L);
    LakeVersion published = versions.latest();
    assertThat(outcome).isEqualTo(RunOutcome.of(outcome.report(), published));
    assertThat(published.publishedBy()).isEqualTo(new RunId("r-1"));
    assertThat(published.totals()).isEqualTo(new Conservation(3, 1, 1, 1));
    assertThat(published.table(TableId.BRONZE_ORDERS).map(TableState::version)).contains(1L);
    assertThat(published.table(TableId.SILVER_ORDERS).map(TableState::position)).contains(1L);
    assertThat(published.table(TableId.QUARANTINE).map(TableState::position)).contains(1L);
  }

  @Test
  void a_run_with_nothing_to_do_publishes_nothing() {
    lake.store(List.of(Sent.to(0, Event.v2("e-1"))));
    run(lake.silver(), RULES, "r-1").get();
    RunOutcome outcome = run(lake.silver(), RULES, "r-2").get();

    assertThat(outcome.report().isNothing()).isTrue();
    assertThat(outcome.lakeVersion()).isEqualTo(1);
    assertThat(versions.latest().publishedBy()).isEqualTo(new RunId("r-1"));
  }

  @Test
  void many_ranges_are_one_lake_version() {
    for (int i = 0; i < 7; i++) {
      lake.store(List.of(Sent.to(0, Event.v2("e-" + i))));
    }
    RunOutcome outcome =
        new RefineOrders(new SilverWork(lake.silver(), refiner(RULES), 2), publish())
            .run(context("r-1"))
            .get();

    assertThat(outcome.report().conservation()).isEqualTo(new Conservation(7, 7, 0, 0));
    assertThat(versions.latest().number()).isEqualTo(1);
  }

  @Test
  void a_run_may_be_asked_to_read_a_part_and_the_next_goes_on() {
    for (int i = 0; i < 7; i++) {
      lake.store(List.of(Sent.to(0, Event.v2("a-" + i)), Sent.to(0, Event.v2("b-" + i))));
    }
    RefineOrders job =
        new RefineOrders(new SilverWork(lake.silver(), refiner(RULES), 4), publish());
    RunOutcome part = job.run(context("r-1", "max_records", "5")).get();

    assertThat(part.report().conservation()).isEqualTo(new Conservation(6, 6, 0, 0));
    assertThat(part.tables().get(TableId.BRONZE_ORDERS).get().version())
        .isEqualTo(lake.silver().unread(1).after());

    RunOutcome rest = job.run(context("r-2")).get();
    assertThat(rest.report().conservation()).isEqualTo(new Conservation(8, 8, 0, 0));
    assertThat(versions.latest().totals()).isEqualTo(new Conservation(14, 14, 0, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "many", "1.5", ""})
  void a_part_that_is_no_number_of_records_is_refused(String maxRecords) {
    lake.store(List.of(Sent.to(0, Event.v2("e-1"))));
    RefineOrders job =
        new RefineOrders(new SilverWork(lake.silver(), refiner(RULES), 4), publish());
    RunFailure failure = job.run(context("r-1", "max_records", maxRecords)).getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.REQUEST);
    assertThat(failure.message()).contains("max_records must be a whole number from 1");
    assertThat(lake.silverRows()).isEmpty();
  }

  @Test
  void what_a_crashed_run_had_committed_is_published_and_counted_by_the_next() {
    lake.store(List.of(Sent.to(0, Event.v2("e-1"))));
    SilverTable crashed = lake.silver();
    try (PreparedRefinement staged = crashed.prepare(crashed.unread(10), refiner(RULES))) {
      staged.commit();
    }
    lake.store(List.of(Sent.to(0, Event.v2("e-2"))));
    RunOutcome outcome = run(lake.silver(), RULES, "r-2").get();

    assertThat(outcome.report().conservation()).isEqualTo(new Conservation(2, 2, 0, 0));
    assertThat(versions.latest().totals()).isEqualTo(new Conservation(2, 2, 0, 0));
  }

  @Test
  void a_rule_of_severity_fail_stops_the_run_with_nothing_committed() {
    lake.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.to(0, Event.v2("e-2").text("city", " "))));
    RunFailure failure =
        run(lake.silver(), RULES.withSeverity("text_blank", Severity.FAIL), "r-1").getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.RULE);
    assertThat(failure.message()).contains("orders-0@1").contains("city is blank");
    assertThat(lake.silverRows()).isEmpty();
    assertThat(lake.quarantineRows()).isEmpty();
    assertThat(versions.latest().isEmpty()).isTrue();
  }

  @Test
  void a_record_that_vanishes_while_refining_refuses_the_run() {
    lake.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.to(0, Event.v2("e-2"))));
    SilverTable losing = new Miscounting(lake.silver(), new Conservation(0, -1, 0, 0));
    RunFailure failure = run(losing, RULES, "r-1").getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.CONSERVATION);
    assertThat(failure.message()).contains("read 2 records but accounted for 1");
    assertThat(lake.silverRows()).isEmpty();
    assertThat(versions.latest().isEmpty()).isTrue();
  }

  @Test
  void reading_fewer_records_than_bronze_counts_refuses_the_run() {
    lake.store(List.of(Sent.to(0, Event.v2("e-1")), Sent.to(0, Event.v2("e-2"))));
    SilverTable skipping = new Miscounting(lake.silver(), new Conservation(-1, -1, 0, 0));
    RunFailure failure = run(skipping, RULES, "r-1").getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.CONSERVATION);
    assertThat(failure.message()).contains("read 1 records, Bronze's log counts 2");
    assertThat(lake.silverRows()).isEmpty();
  }

  private Either<RunFailure, RunOutcome> run(SilverTable silver, RuleSettings rules, String run) {
    return new RefineOrders(new SilverWork(silver, refiner(rules), 1_000), publish())
        .run(context(run));
  }

  private static RecordRefiner refiner(RuleSettings rules) {
    return new RecordRefiner(new PlainOrderEventDecoder(), RuleSet.of(rules));
  }

  private PublishLake publish() {
    return new PublishLake(versions, Clock.fixed(Sent.NOON, ZoneOffset.UTC));
  }

  private static RunContext context(String run) {
    return new RunContext(new RunId(run), 1, HashMap.empty());
  }

  private static RunContext context(String run, String param, String value) {
    return new RunContext(new RunId(run), 1, HashMap.of(param, value));
  }

  /** A table that counts wrong, as one that loses records would. */
  private record Miscounting(SilverTable table, Conservation error) implements SilverTable {
    @Override
    public VersionRange unread(long maxRecords) {
      return table.unread(maxRecords);
    }

    @Override
    public PreparedRefinement prepare(VersionRange range, RecordRefiner refiner) {
      PreparedRefinement staged = table.prepare(range, refiner);
      return new PreparedRefinement() {
        @Override
        public RefinementCounts counts() {
          RefinementCounts right = staged.counts();
          return new RefinementCounts(
              right.conservation().plus(error),
              right.quarantinedByReason(),
              right.warnings(),
              right.halts());
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
      return table.states();
    }

    @Override
    public RefinementCounts committedSince(Option<Long> silverVersion) {
      return table.committedSince(silverVersion);
    }
  }
}
