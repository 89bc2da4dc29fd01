package io.orderlake.adapters.filesystem.feed.workbook;

import io.orderlake.domain.feed.CellKind;
import io.orderlake.domain.notation.NumberStyle;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * What a cell of a sheet says.
 *
 * @param text as it is typed: dates and times in ISO 8601, numbers as plain decimals
 */
record TypedCell(String text, CellKind kind) {
  static final TypedCell BLANK = new TypedCell("", CellKind.TEXT);

  /** Doubles are told apart by that many digits, and never need more. */
  private static final int DIGITS_OF_DOUBLES = 17;

  /** So many of them a double always keeps, and Excel shows no more. */
  private static final int KEPT_DIGITS = 15;

  /** A number of more places is written as it was found. */
  private static final int MOST_PLACES = 60;

  /** The first day of the year 10000, where Excel's days end. */
  private static final BigDecimal END_OF_DAYS = BigDecimal.valueOf(2_958_466);

  static TypedCell of(@Nullable Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return BLANK;
    }
    Object value = cell.getValue();
    if (value instanceof BigDecimal number && cell.getType() != CellType.ERROR) {
      return number(cell, number);
    }
    if (value instanceof Boolean truth) {
      return text(truth.toString().toUpperCase(Locale.ROOT));
    }
    if (value instanceof String text) {
      return text(text);
    }
    String raw = cell.getRawValue();
    String formula = cell.getFormula();
    // A formula that was never computed is no blank cell.
    return text(raw != null ? raw : formula == null ? "" : "=" + formula);
  }

  private static TypedCell text(String text) {
    return new TypedCell(text, CellKind.TEXT);
  }

  private static TypedCell number(Cell cell, BigDecimal number) {
    NumberShape shape = NumberShape.of(cell.getDataFormatId(), cell.getDataFormatString());
    boolean inDays = number.signum() >= 0 && number.compareTo(END_OF_DAYS) < 0;
    if (shape != NumberShape.NUMBER && inDays) {
      return new TypedCell(time(cell.asDate(), shape, number), CellKind.TIME);
    }
    BigDecimal exact = exact(number);
    return (long) exact.precision() + Math.abs((long) exact.scale()) > MOST_PLACES
        ? text(cell.getRawValue())
        : new TypedCell(NumberStyle.plain(exact), CellKind.NUMBER);
  }

  /**
   * The number that was typed. Excel writes doubles with 17 digits, so that 1.1 is stored as
   * 1.1000000000000001: what is meant is the shortest number that is the same double.
   */
  static BigDecimal exact(BigDecimal stored) {
    if (stored.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal number = stored.stripTrailingZeros();
    if (number.precision() > KEPT_DIGITS && number.precision() <= DIGITS_OF_DOUBLES) {
      double near = number.doubleValue();
      for (int digits = KEPT_DIGITS; digits < number.precision(); digits++) {
        BigDecimal shorter = number.round(new MathContext(digits)).stripTrailingZeros();
        if (shorter.doubleValue() == near) {
          return shorter;
        }
      }
    }
    return number;
  }

  /** What the format does not show is left out only where it says nothing. */
  private static String time(LocalDateTime time, NumberShape shape, BigDecimal days) {
    if (shape == NumberShape.TIME_OF_DAY && days.compareTo(BigDecimal.ONE) < 0) {
      return DateTimeFormatter.ISO_LOCAL_TIME.format(time);
    }
    return shape == NumberShape.DATE && time.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? time.toLocalDate().toString()
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
  }
}
