package io.orderlake.domain.gold;

import io.orderlake.domain.gold.Measure.Kind;
import io.orderlake.domain.money.Amount;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Gold adds up, a value for each of some {@link Measures}: a commutative monoid as each of
 * them is one. Kept as bare words, because two are added for every Silver row and table.
 */
public final class Figures implements Serializable {
  private static final long serialVersionUID = 1;

  private final Measures measures;
  private final long[] words;

  Figures(Measures measures, long[] words) {
    this.measures = measures;
    this.words = words;
  }

  /** Of the measures that every table has. */
  public static Figures of(Amount revenue, long units, long events) {
    return Measures.BASIC.stored(
        amount -> revenue, number -> number == Measure.UNITS ? units : events);
  }

  public Measures measures() {
    return measures;
  }

  /**
   * Both together.
   *
   * @param other of the same measures
   * @throws ArithmeticException when a sum has no room
   */
  public Figures plus(Figures other) {
    long[] sums = words.clone();
    other.addTo(measures, sums);
    return new Figures(measures, sums);
  }

  /**
   * Adds these to figures of the same measures.
   *
   * @param sums the others' words
   */
  void addTo(Measures others, long[] sums) {
    if (!measures.equals(others)) {
      throw new IllegalArgumentException(others + " and " + measures + " do not add up");
    }
    List<Measure> all = measures.all();
    int at = 0;
    for (int i = 0; i < all.size(); i++) {
      Measure measure = all.get(i);
      measure.fold(sums, words, at);
      at += measure.kind().words();
    }
  }

  /**
   * The same, as far as a table has it.
   *
   * @param some measures that are all among these
   */
  public Figures in(Measures some) {
    return measures.equals(some) ? this : some.stored(this::amount, this::number);
  }

  /** What takes these back, where all measures are groups. */
  public Figures negated() {
    return measures.stored(measure -> amount(measure).times(-1), measure -> -number(measure));
  }

  /** The same, where the greatest total of a sale is that, and there are so many orders. */
  Figures with(Amount largest, long orders) {
    return measures.stored(
        measure -> measure == Measure.LARGEST ? largest : amount(measure),
        measure -> measure == Measure.ORDERS ? orders : number(measure));
  }

  /** The same, where they are of so many orders, as far as these are counted. */
  public Figures ofOrders(long orders) {
    return measures.stored(
        this::amount, measure -> measure == Measure.ORDERS ? orders : number(measure));
  }

  /** The sum of the events' totals, exact. */
  public Amount revenue() {
    return amount(Measure.REVENUE);
  }

  /** The sum of the quantities. */
  public long units() {
    return number(Measure.UNITS);
  }

  /** How many events. */
  public long events() {
    return number(Measure.EVENTS);
  }

  /** The value of a measure of {@link Kind#MONEY} that is among these. */
  public Amount amount(Measure measure) {
    return WideWords.read(words, at(measure, Kind.MONEY));
  }

  /** The value of a measure of {@link Kind#WHOLE} that is among these. */
  public long number(Measure measure) {
    return words[at(measure, Kind.WHOLE)];
  }

  private int at(Measure measure, Kind kind) {
    if (measure.kind() != kind) {
      throw new IllegalArgumentException(measure + " is not of " + kind);
    }
    return measures.at(measure);
  }

  /** The value as people write it, exact: an amount with two decimals or more. */
  public String plain(Measure measure) {
    return switch (measure.kind()) {
      case MONEY -> amount(measure).plain();
      case WHOLE -> Long.toString(number(measure));
    };
  }

  /** The values as {@link Measures#ofWords} takes them, {@link Measures#words()} of them. */
  public long[] words() {
    return words.clone();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Figures f
        && measures.equals(f.measures)
        && Arrays.equals(words, f.words);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  /** E.g. {@code revenue 20.00, units 2, events 1}. */
  @Override
  public String toString() {
    return String.join(
        ", ",
        measures.all().stream().map(measure -> measure.column() + " " + plain(measure)).toList());
  }
}
