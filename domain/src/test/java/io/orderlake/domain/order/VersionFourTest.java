package io.orderlake.domain.order;

import static io.orderlake.domain.order.Orders.reasons;
import static io.orderlake.domain.order.Orders.refined;
import static io.orderlake.domain.order.Orders.refund;
import static io.orderlake.domain.order.Orders.v2;
import static io.orderlake.domain.order.Orders.v3;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.FieldValue.Number;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.silver.RefinedOrder;
import org.junit.jupiter.api.Test;

/** What version 4 adds: refunds. */
class VersionFourTest {
  @Test
  void a_refund_takes_back_units_and_revenue() {
    RefinedOrder refund = refined(refund());

    assertThat(refund.quantity()).isEqualTo(-2);
    assertThat(refund.unitPrice()).isEqualTo(Amount.of("899.99"));
    assertThat(refund.total()).isEqualTo(Amount.of("-1799.98"));
    assertThat(refund.optional().text(OptionalField.KIND)).isEqualTo("refund");
  }

  @Test
  void a_sale_and_its_refund_come_to_nothing_but_two_events() {
    RecordedOrder discounted = refund().with("discount", new Text("99.98"));
    RecordedOrder sold = discounted.with("kind", new Text("sale"));

    assertThat(refined(discounted).total()).isEqualTo(Amount.of("-1700"));
    assertThat(
            Measures.BASIC
                .of(Sale.of(refined(sold)))
                .plus(Measures.BASIC.of(Sale.of(refined(discounted)))))
        .hasToString("revenue 0.00, units 0, events 2");
  }

  @Test
  void an_event_that_says_it_sells_is_the_one_that_does_not_say_so() {
    RecordedOrder sold = refund().with("kind", new Text("sale"));

    assertThat(refined(sold).optional()).isEqualTo(OptionalValues.NONE);
    assertThat(refined(sold).quantity()).isEqualTo(2);
    assertThat(refined(sold).contentHash())
        .isEqualTo(refined(sold.with("kind", FieldValue.NULL)).contentHash())
        .isEqualTo(refined(v2()).contentHash())
        .isNotEqualTo(refined(refund()).contentHash());
  }

  @Test
  void a_total_is_written_without_a_sign() {
    assertThat(reasons(refund().with("total_amount", new Text("1799.98")))).isEmpty();
    assertThat(reasons(refund().with("total_amount", new Text("-1799.98"))))
        .containsExactly("total_mismatch:total_amount");
    assertThat(reasons(refund().with("quantity", new Number("-2"))))
        .containsExactly("quantity_out_of_range:quantity");
  }

  @Test
  void before_version_4_the_word_says_nothing() {
    RefinedOrder sold = refined(v3().with("kind", new Text("refund")));

    assertThat(sold.quantity()).isEqualTo(2);
    assertThat(sold.provenance().unknownFields()).isEqualTo("{\"kind\":\"refund\"}");
  }
}
