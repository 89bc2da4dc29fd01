package io.orderlake.domain.order;

import static io.orderlake.domain.order.Orders.reasons;
import static io.orderlake.domain.order.Orders.refined;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.FieldValue.Number;
import io.orderlake.domain.order.FieldValue.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of every optional field, whichever there are. */
class OptionalFieldTest {
  private static RecordedOrder event(int version) {
    return Orders.v2().with("schema_version", new Number(Integer.toString(version)));
  }

  private static RecordedOrder with(OptionalField field, int version) {
    return event(version).with(field.field(), new Text(valueOf(field)));
  }

  private static String valueOf(OptionalField field) {
    return field == OptionalField.KIND ? "refund" : "0.5";
  }

  @ParameterizedTest
  @EnumSource
  void its_value_is_kept_from_its_first_version_on(OptionalField field) {
    for (int version = field.since().version(); version <= SchemaVersions.CURRENT; version++) {
      assertThat(refined(with(field, version)).optional().shown(field))
          .isEqualTo(field.form() == OptionalField.Form.TEXT ? valueOf(field) : "0.50");
      assertThat(refined(event(version)).optional()).isEqualTo(OptionalValues.NONE);
    }
  }

  @ParameterizedTest
  @EnumSource
  void before_its_first_version_its_name_is_an_unknown_field(OptionalField field) {
    for (int version = 2; version < field.since().version(); version++) {
      assertThat(refined(with(field, version)).optional()).isEqualTo(OptionalValues.NONE);
      assertThat(refined(with(field, version)).provenance().unknownFields())
          .isEqualTo("{\"" + field.field() + "\":\"" + valueOf(field) + "\"}");
    }
  }

  @ParameterizedTest
  @EnumSource
  void it_belongs_to_the_content_where_it_is_there(OptionalField field) {
    int version = field.since().version();

    assertThat(refined(event(version)).contentHash()).isEqualTo(refined(event(2)).contentHash());
    assertThat(refined(with(field, version)).contentHash())
        .isNotEqualTo(refined(event(version)).contentHash());
  }

  @ParameterizedTest
  @EnumSource
  void a_value_of_another_type_and_a_blank_text_are_named(OptionalField field) {
    RecordedOrder event = event(field.since().version());

    assertThat(reasons(event.with(field.field(), new Number("7"))))
        .containsExactly("field_type:" + field.field());
    assertThat(reasons(event.with(field.field(), new Text("\u00a0"))))
        .containsExactly(
            (field.form() == OptionalField.Form.TEXT ? "text_blank:" : "field_type:")
                + field.field());
  }

  @Test
  void values_are_the_same_where_each_of_them_is() {
    OptionalValues values =
        OptionalValues.NONE
            .with(OptionalField.DISCOUNT, Amount.of("1"))
            .with(OptionalField.CUSTOMER_ID, "c-7");

    assertThat(values.without(OptionalField.DISCOUNT))
        .isEqualTo(OptionalValues.NONE.with(OptionalField.CUSTOMER_ID, "c-7"))
        .hasSameHashCodeAs(OptionalValues.NONE.with(OptionalField.CUSTOMER_ID, "c-7"))
        .hasToString("[customer_id=c-7]")
        .isNotEqualTo(values);
  }

  @Test
  void a_value_of_another_form_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionalValues.NONE.with(OptionalField.DISCOUNT, "1"))
        .withMessage("discount is no TEXT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> OptionalValues.NONE.amount(OptionalField.CUSTOMER_ID))
        .withMessage("customer_id is no AMOUNT");
  }
}
