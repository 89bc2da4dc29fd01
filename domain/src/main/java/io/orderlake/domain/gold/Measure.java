package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * A figure that Gold's tables add up: a commutative monoid over sales, so that they may be folded
 * in any order and in any grouping. Its zero is 0, which therefore has to be what no sale is.
 */
public enum Measure {
  /** What the events' totals come to. */
  REVENUE("revenue", Fold.SUM, Sale::total),

  /** What the quantities come to. */
  UNITS("units", Fold.SUM, Sale::quantity),

  /** How many events there were. */
  EVENTS("events", Fold.SUM, (Sale sale) -> 1L),

  /** The greatest total of one event; totals are above 0. */
  LARGEST("largest", Fold.GREATEST, Sale::total);

  private final String column;
  private final Kind kind;
  private final Fold fold;
  private final Words words;

  Measure(String column, Fold fold, Function<Sale, Amount> amount) {
    this(column, Kind.MONEY, fold, (sale, to, at) -> WideWords.write(amount.apply(sale), to, at));
  }

  Measure(String column, Fold fold, ToLongFunction<Sale> number) {
    this(column, Kind.WHOLE, fold, (sale, to, at) -> to[at] = number.applyAsLong(sale));
  }

  Measure(String column, Kind kind, Fold fold, Words words) {
    this.column = column;
    this.kind = kind;
    this.fold = fold;
    this.words = words;
  }

  /** What a measure's values are. */
  public enum Kind {
    /**
     * An {@link Amount}; stored as a decimal of 38 digits, {@value Amount#SCALE} of them after the
     * point.
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

  /** Puts what a sale has into words. */
  @FunctionalInterface
  private interface Words {
    void write(Sale sale, long[] to, int at);
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
    words.write(sale, to, at);
  }

  /** Adds what others have there. */
  void fold(long[] into, long[] others, int at) {
    fold.into(kind, into, others, at);
  }
}
