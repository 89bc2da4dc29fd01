package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A figure that Gold's tables add up: a commutative monoid over sales, so that they may be folded
 * in any order and in any grouping. Its zero is 0.
 */
public enum Measure {
  /** What the events' totals come to: what was sold, less what was taken back. */
  REVENUE("revenue", Kind.MONEY, Fold.SUM),

  /** What the quantities come to. */
  UNITS("units", Kind.WHOLE, Fold.SUM),

  /** How many events there were. */
  EVENTS("events", Kind.WHOLE, Fold.SUM),

  /** The greatest total of one event; 0 where nothing but refunds is. */
  LARGEST("largest", Kind.MONEY, Fold.GREATEST),

  /** What was sold comes to, whatever was taken back. */
  GROSS("gross", Kind.MONEY, Fold.SUM),

  /** What was taken back comes to, as a number that is 0 or more: revenue is gross less refunds. */
  REFUNDS("refunds", Kind.MONEY, Fold.SUM),

  /**
   * What the events' totals come to in the one currency that rates convert to; an event that is not
   * converted counts 0. The only amount that may be added up across currencies.
   */
  CONVERTED("converted", Kind.MONEY, Fold.SUM);

  private final String column;
  private final Kind kind;
  private final Fold fold;

  Measure(String column, Kind kind, Fold fold) {
    this.column = column;
    this.kind = kind;
    this.fold = fold;
  }

  /** What a measure's values are. */
  public enum Kind {
    /**
     * An {@link Amount}; stored as a decimal of 38 digits, {@value Amount#SCALE} of them decimals.
     */
    MONEY(2),

    /** A whole number of 64 bits. */
    WHOLE(1);

    private final int words;

    Kind(int words) {
      this.words = words;
    }

    /** How many words of 64 bits a value takes. */
    int words() {
      return words;
    }
  }

  /** The column's name in every table that has it. */
  public String column() {
    return column;
  }

  public Kind kind() {
    return kind;
  }

  /**
   * Whether it counts things: a whole number that is a sum, and whose column is named for several
   * of them, such as {@code units}.
   */
  public boolean isCount() {
    return kind == Kind.WHOLE && fold == Fold.SUM;
  }

  /** Puts what one sale has there. */
  void write(Sale sale, long[] to, int at) {
    switch (this) {
      case REVENUE -> WideWords.write(sale.total(), to, at);
      case LARGEST, GROSS -> WideWords.write(notBelowZero(sale.total()), to, at);
      case REFUNDS -> WideWords.write(notBelowZero(sale.total().times(-1)), to, at);
      case CONVERTED -> WideWords.write(orZero(sale.converted()), to, at);
      case UNITS -> to[at] = sale.quantity();
      case EVENTS -> to[at] = 1;
    }
  }

  private static Amount notBelowZero(Amount amount) {
    return amount.compareTo(Amount.ZERO) < 0 ? Amount.ZERO : amount;
  }

  private static Amount orZero(@Nullable Amount amount) {
    return amount == null ? Amount.ZERO : amount;
  }

  /** Adds what others have there. */
  void fold(long[] into, long[] others, int at) {
    fold.into(kind, into, others, at);
  }
}
