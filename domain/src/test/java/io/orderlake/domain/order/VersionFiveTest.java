package io.orderlake.domain.order;

import static io.orderlake.domain.order.Orders.cancellation;
import static io.orderlake.domain.order.Orders.cancelled;
import static io.orderlake.domain.order.Orders.reasons;
import static io.orderlake.domain.order.Orders.refined;
import static io.orderlake.domain.order.Orders.refund;
import static io.orderlake.domain.order.Orders.v2;
import static io.orderlake.domain.order.Orders.without;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.FieldValue.Number;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What version 5 adds: cancellations. */
class VersionFiveTest {
  private static final Measures ALL = Measures.and(List.of(Measure.GROSS, Measure.REFUNDS));

  private static RecordedOrder discounted(RecordedOrder event) {
    return event
        .with("schema_version", new Number("5"))
        .with("discount", new Text("99.98"))
        .with("gift", new Text("wrapped"));
  }

  @Test
  void a_cancellation_names_the_event_and_nothing_else() {
    Cancellation cancellation = cancelled(cancellation());

    assertThat(cancellation.eventId()).isEqualTo("e-1");
    assertThat(cancellation.provenance().schemaVersion()).isEqualTo(5);
  }

  @Test
  void what_a_cancellation_has_in_other_fields_means_nothing() {
    RecordedOrder odd =
        cancellation()
            .with("quantity", new Text("many"))
            .with("currency", new Text("Taler"))
            .with("city", new Text(" "))
            .with("event_time", FieldValue.NULL);

    assertThat(cancelled(odd)).isEqualTo(cancelled(cancellation()));
  }

  @Test
  void a_cancellation_without_the_events_id_is_quarantined_for_that_alone() {
    assertThat(reasons(without(cancellation(), "event_id")))
        .containsExactly("field_missing:event_id");
    assertThat(reasons(cancellation().with("event_id", new Number("7"))))
        .containsExactly("field_type:event_id");
    assertThat(reasons(cancellation().with("event_id", new Text(" "))))
        .containsExactly("text_blank:event_id");
  }

  @Test
  void before_version_5_the_word_is_unknown() {
    RecordedOrder older = refund().with("kind", new Text("cancellation"));

    assertThat(reasons(older)).containsExactly("kind_unknown:kind");
    assertThat(reasons(older.with("schema_version", new Number("5")))).isEmpty();
  }

  @Test
  void a_withdrawal_takes_back_all_that_its_event_adds() {
    for (RecordedOrder event : List.of(v2(), refund(), discounted(v2()), discounted(refund()))) {
      RefinedOrder order = refined(event);

      RefinedOrder withdrawal = cancelled(cancellation()).of(order);

      assertThat(ALL.of(Sale.of(order)).plus(ALL.of(Sale.of(withdrawal)))).isEqualTo(ALL.zero());
      assertThat(withdrawal.isWithdrawal()).isTrue();
      assertThat(withdrawal.withdrawsItsContent()).isTrue();
      assertThat(withdrawal.contentHash()).isEqualTo(order.contentHash());
      assertThat(withdrawal.city()).isEqualTo(order.city());
      assertThat(withdrawal.eventTime()).isEqualTo(order.eventTime());
    }
  }

  @Test
  void a_withdrawal_that_was_changed_no_longer_takes_back_its_content() {
    RefinedOrder withdrawal = cancelled(cancellation()).of(refined(discounted(v2())));
    RefinedOrder other =
        new RefinedOrder(
            withdrawal.eventId(),
            withdrawal.orderId(),
            withdrawal.product(),
            withdrawal.city(),
            withdrawal.quantity(),
            withdrawal.unitPrice(),
            Amount.of("-1"),
            withdrawal.currency(),
            null,
            withdrawal.eventTime(),
            withdrawal.optional(),
            withdrawal.provenance(),
            withdrawal.contentHash());

    assertThat(other.withdrawsItsContent()).isFalse();
    assertThat(refined(v2()).withdrawsItsContent()).isFalse();
  }

  @Test
  void a_cancellation_withdraws_no_other_event_and_no_withdrawal() {
    Cancellation cancellation = cancelled(cancellation());
    RefinedOrder other = refined(v2().with("event_id", new Text("e-2")));
    RefinedOrder withdrawal = cancellation.of(refined(v2()));

    assertThatThrownBy(() -> cancellation.of(other)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> cancellation.of(withdrawal))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
