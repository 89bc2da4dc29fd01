package io.orderlake.domain.order;

import io.orderlake.domain.money.Amount;
import java.io.Serializable;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What an event has in its {@link OptionalField optional fields}. Immutable. */
public final class OptionalValues implements Serializable {
  private static final long serialVersionUID = 1;

  /** Of an event that has none of them. */
  public static final OptionalValues NONE =
      new OptionalValues(new @Nullable Object[OptionalField.ALL.size()]);

  /** An {@link Amount} or a string, as the field's form says, at the field's place. */
  private final @Nullable Object[] values;

  private OptionalValues(@Nullable Object[] values) {
    this.values = values;
  }

  /**
   * What is read of each field by its form.
   *
   * @param amounts an amount's value; null for none
   * @param texts a text's value; null for none
   */
  public static OptionalValues of(
      Function<OptionalField, @Nullable Amount> amounts,
      Function<OptionalField, @Nullable String> texts) {
    @Nullable Object[] values = null;
    for (OptionalField field : OptionalField.ALL) {
      Object value =
          switch (field.form()) {
            case AMOUNT -> amounts.apply(field);
            case TEXT -> texts.apply(field);
          };
      if (value != null) {
        values = values == null ? NONE.values.clone() : values;
        values[field.place()] = value;
      }
    }
    return values == null ? NONE : new OptionalValues(values);
  }

  /**
   * The same with that amount.
   *
   * @throws IllegalArgumentException when the field has another form
   */
  public OptionalValues with(OptionalField field, Amount amount) {
    requireForm(field, OptionalField.Form.AMOUNT);
    return changed(field, amount);
  }

  /**
   * The same with that text.
   *
   * @throws IllegalArgumentException when the field has another form
   */
  public OptionalValues with(OptionalField field, String text) {
    requireForm(field, OptionalField.Form.TEXT);
    return changed(field, text);
  }

  /** The same without a value for that field. */
  public OptionalValues without(OptionalField field) {
    return values[field.place()] == null ? this : changed(field, null);
  }

  private OptionalValues changed(OptionalField field, @Nullable Object value) {
    @Nullable Object[] changed = values.clone();
    changed[field.place()] = value;
    return new OptionalValues(changed);
  }

  private static void requireForm(OptionalField field, OptionalField.Form form) {
    if (field.form() != form) {
      throw new IllegalArgumentException(field.field() + " is no " + form);
    }
  }

  /**
   * The value of a field that is an amount; null for none.
   *
   * @throws IllegalArgumentException when the field has another form
   */
  public @Nullable Amount amount(OptionalField field) {
    requireForm(field, OptionalField.Form.AMOUNT);
    return (Amount) values[field.place()];
  }

  /**
   * The value of a field that is a text; null for none.
   *
   * @throws IllegalArgumentException when the field has another form
   */
  public @Nullable String text(OptionalField field) {
    requireForm(field, OptionalField.Form.TEXT);
    return (String) values[field.place()];
  }

  /** The value of any field as a text, an amount in plain digits; null for none. */
  public @Nullable String plain(OptionalField field) {
    Object value = values[field.place()];
    return value instanceof Amount amount ? amount.plain() : (String) value;
  }

  /** The value of any field as a text, an amount in plain digits; empty for none. */
  public String shown(OptionalField field) {
    String plain = plain(field);
    return plain == null ? "" : plain;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof OptionalValues o && Arrays.equals(values, o.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (OptionalField field : OptionalField.ALL) {
      if (values[field.place()] != null) {
        text.append(text.length() > 1 ? ", " : "").append(field.field()).append('=');
        text.append(plain(field));
      }
    }
    return text.append(']').toString();
  }
}
