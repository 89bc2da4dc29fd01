package io.orderlake.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.order.Severity;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every lake promises that is corrected: rebuilt, or its quarantine judged again. */
public abstract class CorrectionContract {
  private static final RuleSettings AT_MOST_FIVE = atMost(5);

  private LakeLab lab;
  private Pipeline jobs;

  /** A new, empty lake. */
  protected abstract LakeLab newLab();

  /** The decoder that the refiner takes along. */
  protected abstract OrderEventDecoder decoder();

  @BeforeEach
  void open() {
    lab = newLab();
    jobs = new Pipeline(lab, decoder(), 3);
    jobs.judgeBy(AT_MOST_FIVE);
  }

  private static RuleSettings atMost(long quantity) {
    return RuleSettings.DEFAULTS.withMaxQuantity(quantity);
  }

  private static Sent order(String id, int quantity) {
    return Sent.to(0, Event.v2(id).with("quantity", Integer.toString(quantity)));
  }

  private void receive(Sent... records) {
    lab.store(List.of(records));
    jobs.silver();
    jobs.gold();
  }

  private Map<String, Long> quantities() {
    Map<String, Long> quantities = new java.util.TreeMap<>();
    lab.silverRows().forEach(row -> quantities.put(row.eventId(), row.quantity()));
    return quantities;
  }

  private long units() {
    return lab.cells(lab.projections().get(0)).values().stream().mapToLong(Figures::units).sum();
  }

  @Test
  void a_rebuild_under_stricter_rules_takes_out_of_silver_and_gold_what_they_refuse() {
    receive(order("a", 5), order("b", 3));
    receive(order("a", 5), order("c", 1));
    jobs.judgeBy(atMost(3));
    RunOutcome outcome = jobs.rebuild("all");

    assertThat(quantities()).isEqualTo(Map.of("b", 3L, "c", 1L));
    assertThat(units()).isEqualTo(4);
    assertThat(lab.quarantineRows()).hasSize(2);
    assertThat(outcome.report().conservation()).isEqualTo(new Conservation(4, 2, 2, 0));
    assertThat(jobs.lake().totals()).isEqualTo(new Conservation(4, 2, 2, 0));
    assertThat(lab.silverRows())
        .extracting(row -> row.provenance().ruleSet())
        .containsOnly(jobs.refiner().rules().version());
  }

  @Test
  void after_a_rebuild_the_next_records_are_compared_with_the_new_silver() {
    receive(order("a", 5), order("b", 3));
    jobs.judgeBy(atMost(3));
    jobs.rebuild("silver");
    receive(order("a", 2), order("b", 2), order("b", 3));

    assertThat(quantities()).isEqualTo(Map.of("a", 2L, "b", 3L));
    assertThat(units()).isEqualTo(5);
    assertThat(jobs.lake().totals()).isEqualTo(new Conservation(5, 2, 2, 1));
  }

  @Test
  void a_rebuild_that_died_between_the_two_tables_is_ended_by_whatever_comes_next() {
    receive(order("a", 5), order("b", 3));
    jobs.judgeBy(atMost(3));
    lab.crashBetweenReplacements(jobs.refiner());
    assertThat(quantities()).containsKey("a");
    receive(order("c", 1));

    assertThat(quantities()).isEqualTo(Map.of("b", 3L, "c", 1L));
    assertThat(units()).isEqualTo(4);
    assertThat(jobs.lake().totals()).isEqualTo(new Conservation(3, 2, 1, 0));
  }

  @Test
  void gold_alone_is_folded_anew_from_silver() {
    receive(order("a", 1));
    receive(order("b", 2));
    long silver = version(TableId.SILVER_ORDERS);
    RunOutcome outcome = jobs.rebuild("gold");

    assertThat(version(TableId.SILVER_ORDERS)).isEqualTo(silver);
    assertThat(outcome.report().eventsFolded()).isEqualTo(2);
    assertThat(units()).isEqualTo(3);
    receive(order("c", 4));
    assertThat(units()).isEqualTo(7);
  }

  private long version(TableId table) {
    return jobs.lake().table(table).map(TableState::version).get();
  }

  @Test
  void what_passes_under_loosened_rules_is_released_once_and_keeps_the_reasons_of_then() {
    receive(order("a", 9), order("b", 3), order("c", 20), order("a", 9));
    jobs.judgeBy(atMost(10));
    RunOutcome outcome = jobs.redrive();

    assertThat(quantities()).isEqualTo(Map.of("a", 9L, "b", 3L));
    assertThat(units()).isEqualTo(12);
    assertThat(outcome.report().conservation()).isEqualTo(new Conservation(3, 1, 1, 1));
    assertThat(jobs.lake().totals()).isEqualTo(new Conservation(4, 2, 1, 1));
    assertThat(lab.quarantineRows())
        .extracting(row -> row.record().source().offset())
        .containsExactly(2L);
    assertThat(lab.releasedRows())
        .hasSize(2)
        .allSatisfy(
            released -> {
              assertThat(released.ruleSet()).isEqualTo(jobs.refiner().rules().version());
              assertThat(released.record().reasons())
                  .extracting(QuarantineReason::code)
                  .containsExactly("quantity_out_of_range");
            });
  }

  @Test
  void judging_again_changes_nothing_when_nothing_passes() {
    receive(order("a", 9), order("b", 3));
    jobs.judgeBy(atMost(10));
    jobs.redrive();
    long released = jobs.lake().number();
    jobs.redrive();

    assertThat(jobs.lake().number()).isEqualTo(released);
    assertThat(lab.quarantineRows()).isEmpty();
    assertThat(lab.releasedRows()).hasSize(1);
  }

  @Test
  void only_the_reason_that_is_asked_for_is_judged_again() {
    receive(order("a", 9), Sent.to(0, Event.v2("b").text("total_amount", "1.00")), order("c", 1));
    jobs.judgeBy(
        RuleSettings.DEFAULTS.withMaxQuantity(10).withSeverity("total_mismatch", Severity.WARN));
    jobs.redrive(HashMap.of("reason", "total_mismatch")).get();

    assertThat(quantities().keySet()).containsExactly("b", "c");
    assertThat(lab.quarantineRows())
        .extracting(row -> row.record().source().offset())
        .containsExactly(0L);
  }

  @Test
  void a_reason_that_does_not_exist_is_refused() {
    receive(order("a", 9));

    assertThat(jobs.redrive(HashMap.of("reason", "bad_mood")).getLeft())
        .satisfies(
            failure -> {
              assertThat(failure.category()).isEqualTo(RunFailure.Category.REQUEST);
              assertThat(failure.message()).contains("bad_mood").contains("text_blank");
            });
  }

  @Test
  void a_record_that_passes_before_the_one_that_has_its_id_takes_its_place() {
    receive(order("a", 9), order("a", 2), order("a", 2), order("b", 1));
    jobs.judgeBy(atMost(10));
    jobs.redrive();

    assertThat(quantities()).isEqualTo(Map.of("a", 9L, "b", 1L));
    assertThat(units()).isEqualTo(10);
    assertThat(jobs.lake().totals()).isEqualTo(new Conservation(4, 2, 2, 0));
  }

  @Test
  void a_redrive_that_loses_rows_changes_nothing_until_that_is_said() {
    receive(order("a", 9), order("a", 2), order("b", 5));
    Contents before = Contents.of(lab);
    jobs.judgeBy(atMost(9).withSeverity("quantity_out_of_range", Severity.QUARANTINE));

    RunFailure refusal = jobs.redrive(HashMap.empty()).getLeft();
    assertThat(refusal.category()).isEqualTo(RunFailure.Category.REQUEST);
    assertThat(refusal.message()).contains("duplicate_conflict 1", "may_lose_rows=true");
    assertThat(Contents.of(lab)).isEqualTo(before);
    assertThat(jobs.redrive(HashMap.of("may_lose_rows", "perhaps")).getLeft().message())
        .contains("true or false");
    jobs.redrive();
    assertThat(quantities()).isEqualTo(Map.of("a", 9L, "b", 5L));
  }

  @Test
  void with_one_reason_asked_for_a_record_out_of_turn_stays() {
    receive(order("a", 9), order("a", 2), order("b", 8));
    jobs.judgeBy(atMost(10));
    jobs.redrive(HashMap.of("reason", "quantity_out_of_range")).get();

    assertThat(quantities()).isEqualTo(Map.of("a", 2L, "b", 8L));
    assertThat(lab.quarantineRows()).hasSize(1);
  }

  @Test
  void releases_that_died_between_the_two_tables_are_ended_by_whatever_comes_next() {
    receive(order("a", 9), order("b", 3));
    jobs.judgeBy(atMost(10));
    lab.crashBetweenReleases(jobs.refiner());
    assertThat(lab.silverRows()).extracting(RefinedOrder::eventId).containsExactly("b");
    receive(order("c", 1), order("a", 9));

    assertThat(quantities()).isEqualTo(Map.of("a", 9L, "b", 3L, "c", 1L));
    assertThat(units()).isEqualTo(13);
    assertThat(jobs.lake().totals()).isEqualTo(new Conservation(4, 3, 0, 1));
  }

  @Test
  void what_is_not_published_is_not_compacted() {
    receive(order("a", 9), order("b", 3));
    receive(order("d", 3));
    jobs.judgeBy(atMost(10));
    lab.crashBetweenReleases(jobs.refiner());
    jobs.compact();

    assertThat(jobs.notes()).contains("silver/quarantine: later");
  }
}
