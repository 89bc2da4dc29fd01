package io.orderlake.domain.source;

import io.orderlake.domain.order.FieldValue;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * How one field of an order line is made.
 *
 * @param field which one
 * @param from where its value comes from
 * @param conversion how that becomes the contract's form; constants have it already
 * @param otherwise in the contract's form, what stands in where there is no value; null for nothing
 * @param negativeIsRefund whether a line whose value is below 0 is a refund; numbers only
 */
public record FieldMapping(
    MappedField field,
    ValueOrigin from,
    Conversion conversion,
    @Nullable String otherwise,
    boolean negativeIsRefund)
    implements Serializable {
  /** Whose values below 0 mean nothing of their own. */
  public FieldMapping(
      MappedField field, ValueOrigin from, Conversion conversion, @Nullable String otherwise) {
    this(field, from, conversion, otherwise, false);
  }

  /** The field's value, {@link FieldValue#NULL} for none. */
  FieldValue of(Node record, Node line, int number) {
    FieldValue found = from.of(record, line, number);
    if (found == null) {
      return otherwise == null ? FieldValue.NULL : given(otherwise);
    }
    return from instanceof ValueOrigin.Constant constant
        ? given(constant.value())
        : conversion.convert(found);
  }

  private FieldValue given(String text) {
    return field.kind() == MappedField.Kind.NUMBER
        ? new FieldValue.Number(text)
        : new FieldValue.Text(text);
  }

  String identity() {
    return field.name()
        + " from "
        + from.text()
        + (from instanceof ValueOrigin.Constant ? "" : " " + conversion.identity())
        + (otherwise == null ? "" : " otherwise " + otherwise)
        + (negativeIsRefund ? " negative refund" : "");
  }
}
