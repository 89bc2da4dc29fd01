package io.orderlake.application.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.application.audit.verdict.Difference.Kind;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What an audit finds where events are cancelled. */
class CancelledOrdersAuditTest {
  private static final LinePosition CANCELLATION =
      new LinePosition(new SourcePosition("orders", 0, 1));

  private final AuditStage stage = new AuditStage();

  /** An event with its cancellation and another one, and a cancellation that waits. */
  @BeforeEach
  void aLake() {
    stage.filled(
        Sent.to(0, Event.v2("e-1").text("city", "Berlin")),
        Sent.to(0, Event.cancellation("e-1")),
        Sent.to(0, Event.cancellation("e-1")),
        Sent.to(0, Event.cancellation("e-9")));
  }

  private RefinedOrder withdrawal() {
    return stage.silver.stream().filter(RefinedOrder::isWithdrawal).findFirst().orElseThrow();
  }

  private void change(RefinedOrder to) {
    stage.silver.replaceAll(row -> row.isWithdrawal() ? to : row);
  }

  private static RefinedOrder like(
      RefinedOrder row, String city, Amount total, ContentHash content) {
    return new RefinedOrder(
        row.eventId(),
        row.orderId(),
        row.product(),
        city,
        row.quantity(),
        row.unitPrice(),
        total,
        row.currency(),
        null,
        row.eventTime(),
        row.optional(),
        row.provenance(),
        content);
  }

  private void isFound(TableId table, Kind kind, LinePosition place, String replayed) {
    AuditVerdict verdict = stage.audit();
    assertThat(verdict.differences()).as(verdict.sentence()).hasSize(1);
    Difference found = verdict.differences().get(0);
    assertThat(found.table()).isEqualTo(table);
    assertThat(found.kind()).isEqualTo(kind);
    assertThat(found.example().source()).contains(place);
    assertThat(found.example().replayed()).contains(replayed);
  }

  @Test
  void a_lake_in_which_each_row_is_taken_back_by_another_is_intact() {
    AuditVerdict verdict = stage.audit();

    assertThat(verdict.isIntact()).as(verdict.sentence()).isTrue();
    assertThat(verdict.figures().replayed()).isEqualTo(new Conservation(4, 2, 1, 1));
    assertThat(verdict.figures().quarantinedByReason().toJavaMap())
        .containsOnlyKeys("cancellation_waits");
    assertThat(verdict.figures().compared().get(TableId.SILVER_ORDERS)).contains(2L);
  }

  @Test
  void a_withdrawal_of_something_else_than_the_event_said_is_found() {
    RefinedOrder row = withdrawal();
    List<RefinedOrder> others =
        List.of(
            like(row, "Bonn", row.total(), row.contentHash()),
            like(row, row.city(), Amount.of("-1"), row.contentHash()),
            like(row, row.city(), row.total(), ContentHash.of("another")));

    for (RefinedOrder other : others) {
      change(other);

      isFound(TableId.SILVER_ORDERS, Kind.OTHER_VALUES, CANCELLATION, "takes back");
    }
  }

  @Test
  void a_withdrawal_that_is_not_there_is_found() {
    stage.silver.remove(withdrawal());

    isFound(TableId.SILVER_ORDERS, Kind.MISSING, CANCELLATION, "takes back");
  }

  @Test
  void a_withdrawal_of_an_event_that_is_not_cancelled_is_found() {
    AuditStage other = new AuditStage().filled(Sent.to(0, Event.v2("e-1").text("city", "Berlin")));
    other.silver.add(withdrawal());

    AuditVerdict verdict = other.audit();

    assertThat(verdict.differences()).as(verdict.sentence()).hasSize(1);
    assertThat(verdict.differences().get(0).kind()).isEqualTo(Kind.UNEXPECTED);
  }

  @Test
  void a_waiting_cancellation_that_is_not_held_is_found() {
    stage.quarantine.clear();

    isFound(
        TableId.QUARANTINE,
        Kind.MISSING,
        new LinePosition(new SourcePosition("orders", 0, 3)),
        "cancellation_waits");
  }

  @Test
  void a_cell_that_still_counts_a_cancelled_event_is_found() {
    stage.changeCell("revenue_by_city_hour", "Berlin", Figures.of(Amount.of("1799.98"), 2, 1));

    AuditVerdict verdict = stage.audit();

    assertThat(verdict.differences()).as(verdict.sentence()).hasSize(1);
    assertThat(verdict.differences().get(0).kind()).isEqualTo(Kind.OTHER_VALUES);
  }
}
