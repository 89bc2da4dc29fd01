package io.orderlake.domain.order;

import static io.orderlake.domain.order.Orders.reasons;
import static io.orderlake.domain.order.Orders.refined;
import static io.orderlake.domain.order.Orders.v1;
import static io.orderlake.domain.order.Orders.v2;
import static io.orderlake.domain.order.Orders.v3;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.order.FieldValue.Nested;
import io.orderlake.domain.order.FieldValue.Number;
import io.orderlake.domain.order.FieldValue.Text;
import io.orderlake.domain.silver.RefinedOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What version 3 of the event adds: a discount and a customer, both optional. */
class VersionThreeTest {
  private static RecordedOrder discounted(String discount) {
    return v3().with("discount", new Text(discount));
  }

  @Test
  void a_discount_lowers_the_total_exactly() {
    RefinedOrder order = refined(discounted("0.0001"));

    assertThat(order.discount()).hasToString("0.0001");
    assertThat(order.unitPrice()).hasToString("899.99");
    assertThat(order.total()).hasToString("1799.9799");
    assertThat(order.provenance().schemaVersion()).isEqualTo(3);
  }

  @Test
  void an_event_without_discount_and_customer_has_none() {
    for (RecordedOrder event :
        new RecordedOrder[] {
          v1(),
          v2(),
          v3(),
          v3().with("discount", FieldValue.NULL).with("customer_id", FieldValue.NULL)
        }) {
      assertThat(refined(event).discount()).isNull();
      assertThat(refined(event).customerId()).isNull();
      assertThat(refined(event).total()).hasToString("1799.98");
    }
  }

  @Test
  void a_customer_is_kept_as_it_is_written() {
    assertThat(refined(v3().with("customer_id", new Text(" c-7 "))).customerId())
        .isEqualTo(" c-7 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "0.00", "1799.98", "1799.98000", "899.99"})
  void a_discount_from_nothing_to_the_whole_amount_passes(String discount) {
    assertThat(reasons(discounted(discount))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "-0.01, discount_negative",
    "0.00001, discount_too_fine",
    "1799.9801, discount_above_amount",
    "ERROR, field_type"
  })
  void a_discount_that_cannot_be_is_named(String discount, String code) {
    assertThat(reasons(discounted(discount))).containsExactly(code + ":discount");
  }

  @Test
  void every_fault_of_a_discount_is_named() {
    assertThat(reasons(discounted("1800.00001")))
        .containsExactly("discount_too_fine:discount", "discount_above_amount:discount");
    assertThat(reasons(v3().with("discount", new Number("5")).with("customer_id", new Number("7"))))
        .containsExactly("field_type:discount", "field_type:customer_id");
    assertThat(reasons(v3().with("customer_id", new Text("\u00a0"))))
        .containsExactly("text_blank:customer_id");
  }

  @Test
  void a_discount_is_not_at_fault_when_quantity_or_price_is() {
    assertThat(reasons(discounted("5").with("quantity", new Number("0"))))
        .containsExactly("quantity_out_of_range:quantity");
    assertThat(reasons(discounted("5").with("unit_price", new Text("-1"))))
        .containsExactly("price_not_positive:unit_price");
    assertThat(reasons(discounted("5").with("quantity", FieldValue.NULL)))
        .containsExactly("field_missing:quantity");
  }

  @Test
  void a_total_that_the_producer_sends_is_the_one_less_the_discount() {
    RecordedOrder event = discounted("100.00");

    assertThat(reasons(event.with("total_amount", new Text("1699.980")))).isEmpty();
    assertThat(reasons(event.with("total_amount", new Text("1799.98"))))
        .containsExactly("total_mismatch:total_amount");
  }

  @Test
  void a_total_is_not_at_fault_when_the_discount_cannot_be_read() {
    RecordedOrder event = v3().with("discount", new Number("100"));

    assertThat(reasons(event.with("total_amount", new Text("1699.98"))))
        .containsExactly("field_type:discount");
  }

  @Test
  void discount_and_customer_belong_to_the_content_and_neither_is_taken_for_the_other() {
    RecordedOrder customer = v3().with("customer_id", new Text("100.00"));

    assertThat(refined(v3()).contentHash()).isEqualTo(refined(v2()).contentHash());
    assertThat(refined(discounted("100")).contentHash())
        .isEqualTo(refined(discounted("100.000")).contentHash())
        .isNotEqualTo(refined(v3()).contentHash())
        .isNotEqualTo(refined(customer).contentHash());
    assertThat(refined(customer).contentHash()).isNotEqualTo(refined(v3()).contentHash());
  }

  @Test
  void before_version_3_such_names_are_unknown_fields_whatever_they_hold() {
    RecordedOrder older =
        v2().with("x", new Number("1"))
            .with("discount", new Text("100.00"))
            .with("y", new Number("2"))
            .with("customer_id", new Text("c-7"));
    RefinedOrder order = refined(older);

    assertThat(order.discount()).isNull();
    assertThat(order.customerId()).isNull();
    assertThat(order.total()).hasToString("1799.98");
    assertThat(order.provenance().unknownFields())
        .isEqualTo("{\"x\":1,\"discount\":\"100.00\",\"y\":2,\"customer_id\":\"c-7\"}");
    assertThat(refined(v1().with("discount", new Nested("[1]"))).provenance().unknownFields())
        .isEqualTo("{\"discount\":[1]}");
  }

  /** Silver holds hashes of long ago: what is hashed, and how, cannot change any more. */
  @Test
  void content_hashes_are_those_that_are_stored() {
    RecordedOrder older =
        v2().with("x", new Number("1"))
            .with("discount", new Text("100.00"))
            .with("y", new Number("2"))
            .with("customer_id", new Text("c-7"));
    RecordedOrder event = discounted("100").with("customer_id", new Text("c-7"));

    assertThat(refined(older).contentHash()).hasToString("7bc41e6e44598cabcefccda0d417ed53");
    assertThat(refined(event).contentHash()).hasToString("ca024bc9ee9bf325308a2e1d91357537");
  }
}
