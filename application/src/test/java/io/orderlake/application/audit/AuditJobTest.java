package io.orderlake.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditJobTest {
  private final AuditStage stage = new AuditStage();

  @BeforeEach
  void fill() {
    stage.filled(Sent.to(0, Event.v2("e-1")), Sent.raw(0, null), Sent.to(0, Event.v2("e-1")));
  }

  private Either<RunFailure, RunOutcome> run(Map<String, String> params) {
    return new AuditJob(stage.useCase(), stage.overRefunds())
        .run(new RunContext(new RunId("a-1"), 1, params));
  }

  @Test
  void an_intact_lake_is_a_success_that_publishes_nothing() {
    long before = stage.published().number();
    RunOutcome outcome = run(HashMap.empty()).get();

    assertThat(outcome.report().conservation()).isEqualTo(new Conservation(3, 1, 1, 1));
    assertThat(outcome.report().quarantinedByReason().get("undecodable")).contains(1L);
    assertThat(outcome).isEqualTo(RunOutcome.of(outcome.report(), stage.published()));
    assertThat(stage.published().number()).isEqualTo(before);
  }

  @Test
  void a_difference_is_corruption_and_the_message_holds_figures_and_example() {
    stage.silver.clear();
    RunFailure failure = run(HashMap.empty()).getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.CORRUPTION);
    assertThat(failure.differences().get(TableId.SILVER_ORDERS)).contains(1L);
    assertThat(failure.differences().get(TableId.QUARANTINE)).isEmpty();
    assertThat(failure.exitCode()).isEqualTo(74);
    assertThat(failure.message())
        .contains(
            "silver/orders: 1 row is missing",
            "orders-0@0",
            "Replayed 3 records",
            "orderlake rebuild all");
  }

  @Test
  void an_order_that_was_given_back_beyond_what_it_sold_is_a_warning() {
    stage.filled(
        Sent.to(0, Event.refund("r-1").without("discount")),
        Sent.to(0, Event.refund("r-2").text("order_id", "o-2")));
    assertThat(run(HashMap.empty()).get().report().warnings())
        .containsExactly(Tuple.of("refund_without_sale", 1L));
    stage.filled(Sent.to(0, Event.refund("r-3")));

    assertThat(run(HashMap.empty()).get().report().warnings())
        .containsExactly(Tuple.of("refund_beyond_order", 1L), Tuple.of("refund_without_sale", 1L));
  }

  @Test
  void its_parameters_narrow_what_is_compared() {
    stage.silver.clear();

    assertThat(run(HashMap.of("to", "2026-11-01")).isRight()).isTrue();
    assertThat(run(HashMap.of("from", "2026-11-01", "to", "2026-12-01")).isLeft()).isTrue();
    assertThat(new AuditJob(stage.useCase(), stage.overRefunds()).parameters().keySet())
        .containsExactlyInAnyOrder("from", "to", "sample");
  }

  @Test
  void a_wrong_parameter_is_the_requesters_fault() {
    RunFailure failure = run(HashMap.of("sample", "-3")).getLeft();

    assertThat(failure.category()).isEqualTo(RunFailure.Category.REQUEST);
    assertThat(failure.message()).contains("sample", "-3");
  }
}
