package io.orderlake.domain.notation;

import io.vavr.control.Option;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a table writes numbers. Digits are those of ASCII; a sign, thousands grouped by apostrophes
 * or spaces, and an exponent are read in every style.
 *
 * @param decimal separates the fraction
 * @param grouped the other sign may group thousands; otherwise a cell that has it is no number
 */
public record NumberStyle(DecimalSign decimal, boolean grouped) implements Serializable {
  /** As JSON and the contract write them. */
  public static final NumberStyle PLAIN = new NumberStyle(DecimalSign.POINT, false);

  /** What may group thousands in every style. */
  public static final String SPACES = "'\u2019 \u00a0\u202f\u2009";

  private static final int MAX_TEXT = 64;
  private static final int MAX_EXPONENT = 30;
  private static final Map<NumberStyle, Pattern> PATTERNS = new ConcurrentHashMap<>();

  /** The number that the cell is; none when it is no number in this style. */
  public Option<BigDecimal> read(String cell) {
    String text = CellText.clean(cell);
    Matcher parts = PATTERNS.computeIfAbsent(this, NumberStyle::pattern).matcher(text);
    if (text.length() > MAX_TEXT || !parts.matches()) {
      return Option.none();
    }
    String whole = digits(parts.group(2));
    String fraction = parts.group(4) == null ? "" : parts.group(4);
    int exponent = parts.group(5) == null ? 0 : Integer.parseInt(parts.group(5));
    if (Math.abs(exponent) > MAX_EXPONENT || (whole.isEmpty() && fraction.isEmpty())) {
      return Option.none();
    }
    BigDecimal number =
        new BigDecimal(new BigInteger("0" + whole + fraction), fraction.length())
            .scaleByPowerOfTen(exponent);
    boolean negative = !parts.group(1).isEmpty() && !parts.group(1).equals("+");
    return Option.some(negative ? number.negate() : number);
  }

  /** Sign, whole part, its grouping, fraction, exponent. */
  private static Pattern pattern(NumberStyle style) {
    String group = "[" + SPACES + (style.grouped ? style.decimal.other().sign() : "") + "]";
    return Pattern.compile(
        "([+\\-\u2212]?)([0-9]+|[0-9]{1,3}(?:(%s)[0-9]{3})(?:\\3[0-9]{3})*|)(?:[%s]([0-9]+))?(?:[eE]([+-]?[0-9]{1,3}))?"
            .formatted(group, style.decimal.sign()));
  }

  private static String digits(String whole) {
    StringBuilder digits = new StringBuilder(whole.length());
    for (int i = 0; i < whole.length(); i++) {
      char c = whole.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  /** As the contract writes a decimal: no grouping, no exponent, a point. */
  public static String plain(BigDecimal number) {
    return (number.scale() < 0 ? number.setScale(0) : number).toPlainString();
  }
}
