package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import org.jspecify.annotations.Nullable;

/**
 * A figure that Gold's tables add up: a commutative monoid over sales, so that they may be folded
 * in any order and in any grouping. Its zero is 0. A sale that was cancelled counts in none.
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
   * How many orders the events belong to, each counted once; not added up from one cell to another,
   * since an order may be in both.
   */
  ORDERS("orders", Kind.WHOLE, Fold.DISTINCT),

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
   * Whether it counts things: a whole number whose column is named for several of them, such as
   * {@code units}.
   */
  public boolean isCount() {
    return kind == Kind.WHOLE;
  }

  /** Puts what one sale has there. */
  void write(Sale sale, long[] to, int at) {
    switch (this) {
      case REVENUE -> WideWords.write(sale.total(), to, at);
      case LARGEST -> WideWords.write(sold(sale), to, at);
      case GROSS -> WideWords.write(signed(sold(sale), sale), to, at);
      case REFUNDS -> WideWords.write(signed(givenBack(sale), sale), to, at);
      case CONVERTED -> WideWords.write(orZero(sale.converted()), to, at);
      case UNITS -> to[at] = sale.quantity();
      case EVENTS -> to[at] = sale.isWithdrawal() ? -1 : 1;
      case ORDERS -> to[at] = 0; // CellSum counts them
    }
  }

  /** What the sale comes to, or the one that is taken back; 0 for a refund. */
  private static Amount sold(Sale sale) {
    return notBelowZero(signed(sale.total(), sale));
  }

  /** What the refund comes to, or the one that is taken back, above 0; 0 for a sale. */
  private static Amount givenBack(Sale sale) {
    return notBelowZero(signed(sale.total(), sale).times(-1));
  }

  private static Amount signed(Amount amount, Sale sale) {
    return sale.isWithdrawal() ? amount.times(-1) : amount;
  }

  private static Amount notBelowZero(Amount amount) {
    return amount.compareTo(Amount.ZERO) < 0 ? Amount.ZERO : amount;
  }

  private static Amount orZero(@Nullable Amount amount) {
    return amount == null ? Amount.ZERO : amount;
  }

  /**
   * Whether what a sale added can be taken away again from the value that it was added to: it is a
   * group. What is no group is made anew of all sales of a cell, by {@link CellSum}, where one of
   * them is withdrawn.
   */
  public boolean isGroup() {
    return fold == Fold.SUM;
  }

  /**
   * Whether a value says nothing of what is added to it, so that the cell is made anew, by {@link
   * CellSum}, with whatever comes; and so that values of several cells come to no value of all.
   */
  public boolean isDistinct() {
    return fold == Fold.DISTINCT;
  }

  /** Adds what others have there. */
  void fold(long[] into, long[] others, int at) {
    fold.into(kind, into, others, at);
  }
}
