package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.fixture.History;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.fixture.Shops;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import io.orderlake.domain.source.RecordFormat;
import io.orderlake.domain.source.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Records of many lines, of two sources and of the contract, in whatever cuts, with a mapping that
 * changes on the way: the lake is the one that a single run makes of them under the mapping in
 * force at the end, and the audit finds nothing.
 */
public abstract class SourcesContract {
  private static final long ANY = 1_000_000;
  private static final int RECORDS = 60;

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  /** What the sources' records are read by. */
  protected abstract RecordFormat format();

  /** How many random histories to try. */
  protected abstract int histories();

  private Sources right() {
    return Shops.sources(format());
  }

  private Pipeline pipeline(LakeLab lab, Sources sources, long maxRecords) {
    Pipeline pipeline = new Pipeline(lab, decoder(), maxRecords);
    pipeline.mapBy(sources);
    return pipeline;
  }

  private Pipeline atOnce(List<Sent> history) {
    LakeLab lab = newLab();
    lab.store(history);
    Pipeline pipeline = pipeline(lab, right(), ANY);
    pipeline.silver();
    pipeline.gold();
    return pipeline;
  }

  private static void isIntact(Pipeline pipeline, String when) {
    AuditVerdict verdict = pipeline.audit();
    assertThat(verdict.isIntact()).as("%s: %s", when, verdict.sentence()).isTrue();
    Conservation totals = pipeline.lake().totals();
    assertThat(totals.check().isRight()).as("%s: %s", when, totals).isTrue();
    Fold.assertIsGold(pipeline.lab(), when);
  }

  @Test
  void every_line_has_one_fate_however_the_log_is_cut() {
    for (int i = 0; i < histories(); i++) {
      long seed = 31L + i;
      Random random = new Random(seed);
      List<Sent> history = Shops.random(random, RECORDS);
      Pipeline once = atOnce(history);
      isIntact(once, "seed " + seed);
      Pipeline mixed = pipeline(newLab(), right(), 1 + random.nextInt(30));
      for (List<Sent> commit : History.cut(history, random)) {
        mixed.lab().store(commit);
        step(mixed, random);
      }
      mixed.silver();
      mixed.gold();

      assertThat(Contents.of(mixed.lab())).as("seed %d", seed).isEqualTo(Contents.of(once.lab()));
      assertThat(mixed.lake().totals()).as("seed %d", seed).isEqualTo(once.lake().totals());
      assertThat(once.lake().totals().furtherLines()).isPositive();
      isIntact(mixed, "seed " + seed);
    }
  }

  private static void step(Pipeline pipeline, Random random) {
    switch (random.nextInt(6)) {
      case 0, 1 -> pipeline.silver();
      case 2 -> {
        pipeline.silver();
        pipeline.gold();
        pipeline.compact();
      }
      case 3 -> pipeline.dieBetweenSilverCommits();
      case 4 -> pipeline.redrive();
      default -> pipeline.dieBetweenReleases();
    }
  }

  @Test
  void a_price_that_was_looked_for_in_the_wrong_place_is_corrected_by_a_redrive() {
    corrected(Shops.sources(format(), "/lines", "./price/amount"), 53L);
  }

  @Test
  void lines_that_were_looked_for_in_the_wrong_place_are_taken_apart_by_a_redrive() {
    corrected(Shops.sources(format(), "/items", "./price/cents"), 71L);
  }

  @Test
  void no_record_of_a_source_stops_the_lake() {
    long seed = 1901;
    Pipeline pipeline = pipeline(newLab(), right(), ANY);
    pipeline.lab().store(Shops.extremes(new Random(seed), 400));
    pipeline.silver();
    pipeline.gold();

    isIntact(pipeline, "seed " + seed);
    assertThat(pipeline.lake().totals().read()).isEqualTo(400);
    List<String> codes =
        pipeline.lab().quarantineRows().stream()
            .flatMap(held -> held.reasons().stream())
            .map(QuarantineReason::code)
            .toList();
    assertThat(codes)
        .contains(OrderRules.UNDECODABLE, "field_type", "field_missing")
        .doesNotContain(OrderRules.UNJUDGED);
  }

  @Test
  void the_ids_that_are_scanned_are_those_of_the_lines() {
    RecordRefiner refiner = pipeline(newLab(), right(), ANY).refiner();
    LakeLab lab = newLab();
    lab.store(Shops.extremes(new Random(7), 300));
    int accepted = 0;
    for (BronzeRecord record : lab.bronze()) {
      List<@Nullable String> ids = new ArrayList<>();
      refiner.eventIds(record.source().topic(), record.content().value(), ids::add);
      List<Verdict> verdicts = refiner.refine(record).verdicts();
      assertThat(ids).as("%s", record.source()).hasSameSizeAs(verdicts);
      for (int i = 0; i < ids.size(); i++) {
        if (verdicts.get(i) instanceof Verdict.Accepted passing) {
          assertThat(ids.get(i)).isEqualTo(passing.order().eventId());
          accepted++;
        }
      }
    }
    assertThat(accepted).isPositive();
  }

  @Test
  void what_was_mapped_is_taken_as_it_is_stored_when_nothing_is_a_source_any_more() {
    for (int i = 0; i < histories(); i++) {
      long seed = 97L + i;
      Pipeline pipeline = pipeline(newLab(), right(), ANY);
      pipeline.lab().store(shopAlone(Shops.random(new Random(seed), RECORDS)));
      pipeline.silver();
      pipeline.gold();
      pipeline.mapBy(Sources.NONE);

      isIntact(pipeline, "seed " + seed);
    }
  }

  private static List<Sent> shopAlone(List<Sent> history) {
    return history.stream().filter(sent -> sent.topic().equals(Shops.SHOP)).toList();
  }

  private void corrected(Sources wrong, long first) {
    for (int i = 0; i < histories(); i++) {
      long seed = first + i;
      Random random = new Random(seed);
      List<Sent> history = Shops.random(random, RECORDS);
      Pipeline once = atOnce(history);
      Pipeline mixed = pipeline(newLab(), wrong, 1 + random.nextInt(30));
      play(mixed, history.subList(0, RECORDS / 2), random);
      isIntact(mixed, "mapped wrongly, seed " + seed);
      mixed.mapBy(right());
      isIntact(mixed, "judged by the old mapping, seed " + seed);
      play(mixed, history.subList(RECORDS / 2, RECORDS), random);
      isIntact(mixed, "judged by both, seed " + seed);
      RebuildForecast foreseen = mixed.foresee();
      mixed.redrive();

      isIntact(mixed, "released, seed " + seed);
      Contents found = Contents.of(mixed.lab());
      Contents expected = Contents.of(once.lab());
      assertThat(found.rows()).as("seed %d", seed).isEqualTo(expected.rows());
      assertThat(found.quarantined().keySet())
          .as("seed %d", seed)
          .isEqualTo(expected.quarantined().keySet());
      assertThat(mixed.lake().totals()).as("seed %d", seed).isEqualTo(once.lake().totals());
      assertThat(foreseen.after()).as("seed %d", seed).isEqualTo(once.lake().totals());
      mixed.rebuild("all");
      assertThat(Contents.of(mixed.lab())).as("seed %d", seed).isEqualTo(expected);
      isIntact(mixed, "built anew, seed " + seed);
    }
  }

  private static void play(Pipeline pipeline, List<Sent> history, Random random) {
    for (List<Sent> commit : History.cut(history, random)) {
      pipeline.lab().store(commit);
      if (random.nextBoolean()) {
        pipeline.silver();
      }
    }
    pipeline.silver();
    pipeline.gold();
  }
}
