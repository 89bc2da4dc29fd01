package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.correct.Effect;
import io.orderlake.application.correct.Market;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.RatesFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.money.Currencies;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.collection.HashMap;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Any cut of the log into commits and ranges, any order of jobs, any crash between two of their
 * steps, rules that change on the way: the lake is the one that a single run makes of the whole log
 * under the rules in force at the end.
 */
public abstract class AllBatchingsContract {
  private static final long ANY = 1_000_000;
  private static final int RECORDS = 60;
  private static final SmallFiles EVERY = new SmallFiles(ANY);

  /** All currencies of a history are taken. */
  private static final RuleSettings RULES =
      RuleSettings.DEFAULTS.withCurrencies(Currencies.of("USD", History.OTHER_CURRENCY));

  /** So that some of a history's quantities are too large, and one currency is not taken. */
  private static final RuleSettings STRICT = RuleSettings.DEFAULTS.withMaxQuantity(5);

  private static final RuleSettings FIRST_RATES = RULES.withRates(Option.some(RatesFixture.FIRST));

  private static final RuleSettings LATER_RATES = RULES.withRates(Option.some(RatesFixture.LATER));

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  /** How many random histories to try. */
  protected abstract int histories();

  @Test
  void the_lake_is_the_same_however_jobs_and_their_deaths_follow_each_other() {
    for (int i = 0; i < histories(); i++) {
      long seed = 1123L + i;
      Random random = new Random(seed);
      List<Sent> history = History.random(random, RECORDS);
      Pipeline once = atOnce(history);
      LakeLab mixed = newLab();
      Pipeline pipeline = pipeline(mixed, 1 + random.nextInt(30));
      play(history, pipeline, random);
      settle(pipeline, seed);

      assertThat(Contents.of(mixed)).as("seed %d", seed).isEqualTo(Contents.of(once.lab()));
      assertThat(pipeline.lake().totals()).as("seed %d", seed).isEqualTo(once.lake().totals());
      Fold.assertIsGold(mixed, "seed " + seed);
    }
  }

  @Test
  void after_a_loosened_rule_releases_make_the_lake_that_a_rebuild_would_make() {
    for (int i = 0; i < histories(); i++) {
      long seed = 4242L + i;
      Random random = new Random(seed);
      List<Sent> history = History.random(random, RECORDS);
      Pipeline once = atOnce(history);
      LakeLab mixed = newLab();
      Pipeline pipeline = pipeline(mixed, 1 + random.nextInt(30));
      pipeline.judgeBy(STRICT);
      int half = RECORDS / 2;
      play(history.subList(0, half), pipeline, random);
      pipeline.judgeBy(RULES);
      play(history.subList(half, RECORDS), pipeline, random);
      pipeline.redrive();
      long released = pipeline.lake().number();
      pipeline.redrive();

      assertThat(pipeline.lake().number()).as("seed %d", seed).isEqualTo(released);
      Contents found = Contents.of(mixed);
      Contents expected = Contents.of(once.lab());
      assertThat(found.rows()).as("seed %d", seed).isEqualTo(expected.rows());
      assertThat(found.quarantined().keySet())
          .as("seed %d", seed)
          .isEqualTo(expected.quarantined().keySet());
      assertThat(pipeline.lake().totals()).as("seed %d", seed).isEqualTo(once.lake().totals());
      Fold.assertIsGold(mixed, "seed " + seed);
      pipeline.rebuild("all");
      assertThat(Contents.of(mixed)).as("seed %d", seed).isEqualTo(expected);
    }
  }

  @Test
  void rates_that_change_convert_what_is_decided_from_then_on_and_a_rebuild_converts_all() {
    long allChanged = 0;
    for (int i = 0; i < histories(); i++) {
      long seed = 6006L + i;
      Random random = new Random(seed);
      List<Sent> history = History.random(random, RECORDS);
      Contents expected = Contents.of(atOnce(history, LATER_RATES).lab());
      Pipeline pipeline = pipeline(newLab(), 1 + random.nextInt(30));
      int half = RECORDS / 2;
      pipeline.judgeBy(FIRST_RATES);
      play(history.subList(0, half), pipeline, random);
      assertSound(pipeline, seed);
      pipeline.judgeBy(LATER_RATES);
      allChanged += changed(pipeline.foresee().out());
      play(history.subList(half, RECORDS), pipeline, random);
      assertSound(pipeline, seed);
      pipeline.redrive();
      assertSound(pipeline, seed);
      assertThat(Contents.of(pipeline.lab()).rows().keySet())
          .as("seed %d", seed)
          .isEqualTo(expected.rows().keySet());
      assertForeseen(pipeline, seed);
      pipeline.rebuild("all");
      assertSound(pipeline, seed);
      assertThat(Contents.of(pipeline.lab())).as("seed %d", seed).isEqualTo(expected);
    }
    assertThat(allChanged).isPositive();
  }

  /** A rebuild changes the rows that the later rates convert otherwise, and no others. */
  private static void assertForeseen(Pipeline pipeline, long seed) {
    long changed =
        pipeline.lab().silverRows().stream()
            .filter(
                row ->
                    !Objects.equals(
                        row.converted(),
                        RatesFixture.LATER.converted(row.total(), row.currency(), row.eventTime())))
            .count();
    RebuildForecast foreseen = pipeline.foresee();
    for (Effect effect : List.of(foreseen.in(), foreseen.out())) {
      assertThat(changed(effect)).as("seed %d", seed).isEqualTo(changed).isEqualTo(effect.rows());
    }
  }

  private static long changed(Effect effect) {
    return effect.byReason().getOrElse(RebuildForecast.CHANGED, 0L);
  }

  private static void assertSound(Pipeline pipeline, long seed) {
    assertThat(pipeline.audit().differences()).as("seed %d", seed).isEmpty();
    Fold.assertIsGold(pipeline.lab(), "seed " + seed);
  }

  @Test
  void what_is_foreseen_of_a_rebuild_is_what_it_comes_to() {
    List<RuleSettings> others =
        List.of(
            RULES,
            STRICT,
            RULES.withMaxQuantity(2),
            RuleSettings.DEFAULTS.withCurrency(History.OTHER_CURRENCY),
            RULES.withSeverity("event_time_without_zone", Severity.QUARANTINE),
            FIRST_RATES.withSeverity("rate_missing", Severity.WARN),
            LATER_RATES);
    long losing = 0;
    for (int i = 0; i < Math.max(others.size(), histories()); i++) {
      long seed = 777L + i;
      Random random = new Random(seed);
      Pipeline pipeline = pipeline(newLab(), 1 + random.nextInt(30));
      pipeline.judgeBy(others.get(random.nextInt(others.size())));
      pipeline.lab().store(History.random(random, RECORDS));
      pipeline.silver();
      pipeline.gold();
      pipeline.judgeBy(others.get(i % others.size()));
      List<RefinedOrder> before = pipeline.lab().silverRows();
      RebuildForecast foreseen = pipeline.foresee();
      boolean refused = pipeline.rebuild(HashMap.of("projection", "all")).isLeft();
      losing += foreseen.losesRows() ? 1 : 0;

      assertThat(refused).as("seed %d", seed).isEqualTo(foreseen.losesRows());
      if (refused) {
        assertThat(pipeline.lab().silverRows()).as("seed %d", seed).isEqualTo(before);
        pipeline.rebuild("all");
      }
      assertThat(pipeline.lake().totals()).as("seed %d", seed).isEqualTo(foreseen.after());
      assertThat(plus(byMarket(pipeline.lab().silverRows()), foreseen.out().byMarket()))
          .as("seed %d", seed)
          .isEqualTo(plus(byMarket(before), foreseen.in().byMarket()));
      RebuildForecast again = pipeline.foresee();
      assertThat(again.in().rows() + again.out().rows()).as("seed %d", seed).isZero();
    }
    assertThat(losing).isPositive();
  }

  private static SortedMap<Market, Figures> byMarket(List<RefinedOrder> rows) {
    SortedMap<Market, Figures> sums = TreeMap.empty();
    for (RefinedOrder row : rows) {
      sums =
          sums.put(
              new Market(row.city(), row.currency()),
              Effect.MEASURES.of(Sale.of(row)),
              Figures::plus);
    }
    return sums;
  }

  private static SortedMap<Market, Figures> plus(
      SortedMap<Market, Figures> some, SortedMap<Market, Figures> others) {
    return some.merge(others, Figures::plus);
  }

  private Pipeline pipeline(LakeLab lab, long maxRecords) {
    return new Pipeline(lab, new RecordRefiner(decoder(), RuleSet.of(RULES)), maxRecords);
  }

  private Pipeline atOnce(List<Sent> history) {
    return atOnce(history, RULES);
  }

  private Pipeline atOnce(List<Sent> history, RuleSettings rules) {
    LakeLab lab = newLab();
    lab.store(history);
    Pipeline pipeline = pipeline(lab, ANY);
    pipeline.judgeBy(rules);
    pipeline.silver();
    return pipeline;
  }

  private static void play(List<Sent> history, Pipeline pipeline, Random random) {
    for (List<Sent> commit : History.cut(history, random)) {
      pipeline.lab().store(commit);
      for (int n = random.nextInt(5); n > 0; n--) {
        anything(pipeline, random);
      }
    }
    pipeline.silver();
    pipeline.gold();
  }

  private static void anything(Pipeline pipeline, Random random) {
    switch (random.nextInt(18)) {
      case 0, 1, 2 -> pipeline.silver();
      case 3, 4 -> pipeline.gold();
      case 5, 6 -> pipeline.compact();
      case 7 -> pipeline.vacuum();
      case 8 -> pipeline.rebuild("all");
      case 9 -> pipeline.rebuild("gold");
      case 10 -> pipeline.redrive();
      case 11 -> dieWhileCompacting(pipeline);
      case 12 -> dieBeforePublishing(pipeline);
      case 13 -> dieWhileBuilding(pipeline, random);
      case 14 -> pipeline.dieBetweenSilverCommits();
      case 15 -> pipeline.dieBetweenGoldCommits();
      case 16 -> pipeline.dieBetweenReplacements();
      default -> pipeline.dieBetweenReleases();
    }
  }

  private static void dieWhileCompacting(Pipeline pipeline) {
    LakeLab lab = pipeline.lab();
    lab.compaction().step(TableId.SILVER_ORDERS, readByGold(pipeline.lake()), EVERY);
  }

  private static long readByGold(LakeVersion lake) {
    return lake.tables()
        .filter((table, state) -> table.path().startsWith("gold/"))
        .values()
        .map(TableState::position)
        .min()
        .getOrElse(TableState.NOTHING_READ);
  }

  private static void dieBeforePublishing(Pipeline pipeline) {
    SilverTable silver = pipeline.lab().silver();
    try (PreparedRefinement staged = silver.prepare(silver.unread(ANY), pipeline.refiner())) {
      staged.commit();
    }
  }

  private static void dieWhileBuilding(Pipeline pipeline, Random random) {
    String rules = pipeline.refiner().rules().version();
    try (SilverRebuild rebuild = pipeline.lab().rebuilds().open(rules)) {
      VersionRange range = rebuild.anew().unread(1 + random.nextInt(30));
      try (PreparedRefinement staged = rebuild.anew().prepare(range, pipeline.refiner())) {
        if (!range.isEmpty()) {
          staged.commit();
        }
      }
    }
  }

  /** After a compaction one run of each job finds nothing new, and then the lake stands still. */
  private static void settle(Pipeline pipeline, long seed) {
    pipeline.compact();
    assertThat(pipeline.silver().report().isNothing()).as("seed %d", seed).isTrue();
    assertThat(pipeline.gold().report().eventsFolded()).as("seed %d", seed).isZero();
    pipeline.compact();
    long settled = pipeline.lake().number();
    pipeline.silver();
    pipeline.gold();
    pipeline.compact();
    assertThat(pipeline.lake().number()).as("seed %d", seed).isEqualTo(settled);
    for (TableId table :
        List.of(TableId.BRONZE_ORDERS, TableId.SILVER_ORDERS, TableId.QUARANTINE)) {
      assertThat(pipeline.lab().files(table))
          .as("seed %d, %s", seed, table)
          .extracting(DataFile::partition)
          .doesNotHaveDuplicates();
    }
    pipeline.vacuum();
  }
}
