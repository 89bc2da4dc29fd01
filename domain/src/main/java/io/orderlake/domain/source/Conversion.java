package io.orderlake.domain.source;

import io.orderlake.domain.money.Amount;
import io.orderlake.domain.notation.CellText;
import io.orderlake.domain.notation.DecimalSign;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.order.FieldValue;
import io.vavr.control.Option;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a record's value becomes one of the contract's form. What cannot be converted stays as it is
 * found, with what was expected in its place, so that the rules name it.
 */
public sealed interface Conversion extends Serializable {
  /** The value in the contract's form, or a {@link FieldValue.Misfit}. */
  FieldValue convert(FieldValue found);

  /** Tells it from any other, as part of a rule set's identity. */
  String identity();

  private static @Nullable String textOf(FieldValue found) {
    return found instanceof FieldValue.Text text
        ? text.value()
        : found instanceof FieldValue.Number number ? number.digits() : null;
  }

  /** What is done to a text. */
  enum TextForm {
    /** Without white space at its ends. */
    TRIM,
    UPPER,
    LOWER;

    String apply(String text) {
      return switch (this) {
        case TRIM -> CellText.clean(text);
        case UPPER -> text.toUpperCase(Locale.ROOT);
        case LOWER -> text.toLowerCase(Locale.ROOT);
      };
    }
  }

  /**
   * For a field that holds a text. A number becomes the text of its digits.
   *
   * @param forms in their order
   * @param table looks the text up; null for none
   */
  record ToText(List<TextForm> forms, @Nullable ValueTable table) implements Conversion {
    public ToText {
      forms = List.copyOf(forms);
    }

    @Override
    public FieldValue convert(FieldValue found) {
      String text = textOf(found);
      if (text == null) {
        return new FieldValue.Misfit(found, "a string or a number");
      }
      for (TextForm form : forms) {
        text = form.apply(text);
      }
      String meant = table == null ? text : table.get(text);
      return meant == null
          ? new FieldValue.Misfit(found, "a value that the table " + table + " has")
          : new FieldValue.Text(meant);
    }

    @Override
    public String identity() {
      return "text " + forms + (table == null ? "" : " table " + table.fingerprint());
    }
  }

  /**
   * For a field that holds a number.
   *
   * @param style how numbers in texts are written
   * @param decimals how many digits of the record's number are decimals of the field's: 2 for cents
   * @param whole whether the contract writes the field as a JSON number
   */
  record ToNumber(NumberStyle style, int decimals, boolean whole) implements Conversion {
    /** Longer ones are no amounts, and writing them out could take any room. */
    private static final int MOST_DIGITS = 60;

    @Override
    public FieldValue convert(FieldValue found) {
      BigDecimal number = number(found).getOrNull();
      if (number == null) {
        return new FieldValue.Misfit(found, expected());
      }
      String plain = NumberStyle.plain(number.scaleByPowerOfTen(-decimals));
      return whole ? new FieldValue.Number(plain) : new FieldValue.Text(plain);
    }

    private Option<BigDecimal> number(FieldValue found) {
      Option<BigDecimal> number =
          found instanceof FieldValue.Number json
              ? Amount.parseJsonNumber(json.digits()).toOption()
              : found instanceof FieldValue.Text text ? style.read(text.value()) : Option.none();
      return number
          .map(ToNumber::withoutZeros)
          .filter(n -> (long) n.precision() + Math.abs((long) n.scale()) <= MOST_DIGITS);
    }

    private static BigDecimal withoutZeros(BigDecimal number) {
      return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private String expected() {
      return (style.decimal() == DecimalSign.COMMA
              ? "a number with a decimal comma, such as 1.234,50"
              : "a number")
          + (decimals == 0 ? "" : ", in units of 1/1" + "0".repeat(decimals));
    }

    @Override
    public String identity() {
      return "number " + style + " decimals " + decimals;
    }
  }

  /**
   * For the field that holds a time.
   *
   * @param form how times are written
   */
  record ToTime(TimeForm form) implements Conversion {
    @Override
    public FieldValue convert(FieldValue found) {
      String text = textOf(found);
      String time = text == null ? null : form.read(CellText.clean(text));
      return time == null
          ? new FieldValue.Misfit(found, form.expected())
          : new FieldValue.Text(time);
    }

    @Override
    public String identity() {
      return "time " + form;
    }
  }
}
