package io.orderlake.domain.gold;

import io.orderlake.domain.money.Amount;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Which measures a table has. Every table begins with revenue, units and events: that each event
 * counts once, and what the audit compares with the source, is told by them.
 */
public final class Measures implements Serializable {
  private static final long serialVersionUID = 1;

  /** Those that every table has, and no other. */
  public static final Measures BASIC =
      new Measures(List.of(Measure.REVENUE, Measure.UNITS, Measure.EVENTS));

  private final List<Measure> all;
  private final int words;

  /**
   * Those measures.
   *
   * @param all in the order of the columns, none twice
   */
  public Measures(List<Measure> all) {
    if (all.size() < 3
        || all.get(0) != Measure.REVENUE
        || all.get(1) != Measure.UNITS
        || all.get(2) != Measure.EVENTS
        || new HashSet<>(all).size() < all.size()) {
      throw new IllegalArgumentException(
          "measures are revenue, units, events and others, none twice; not " + all);
    }
    this.all = List.copyOf(all);
    this.words = all.stream().mapToInt(measure -> measure.kind().words()).sum();
  }

  /** The usual ones are one object everywhere: two figures of them meet for every row folded. */
  private Object readResolve() {
    return equals(BASIC) ? BASIC : this;
  }

  /** In the order of the columns, none twice. */
  public List<Measure> all() {
    return all;
  }

  /** Those that every table has, and those others. */
  public static Measures and(List<Measure> others) {
    if (others.isEmpty()) {
      return BASIC;
    }
    List<Measure> all = new ArrayList<>(BASIC.all);
    all.addAll(others);
    return new Measures(all);
  }

  /** Whether all of them are groups, so that a withdrawal is added like anything else. */
  public boolean isGroup() {
    return all.stream().allMatch(Measure::isGroup);
  }

  /** Whether it is among them. */
  public boolean has(Measure measure) {
    return all.contains(measure);
  }

  /** Whether one of them counts what is different, so that no value can be added to. */
  public boolean haveDistinct() {
    return all.stream().anyMatch(Measure::isDistinct);
  }

  /** These, and those of the others that are not among them. */
  public Measures with(Measures others) {
    List<Measure> both = new ArrayList<>(all);
    others.all.stream().filter(measure -> !both.contains(measure)).forEach(both::add);
    return both.size() == all.size() ? this : new Measures(both);
  }

  /** What nothing adds up to. */
  public Figures zero() {
    return new Figures(this, new long[words]);
  }

  /** What one sale adds to its cells. */
  public Figures of(Sale sale) {
    long[] values = new long[words];
    int at = 0;
    for (Measure measure : all) {
      measure.write(sale, values, at);
      at += measure.kind().words();
    }
    return new Figures(this, values);
  }

  /**
   * Figures as a table stores them.
   *
   * @param amount gives those of {@link Measure.Kind#MONEY}
   * @param number gives those of {@link Measure.Kind#WHOLE}
   */
  public Figures stored(Function<Measure, Amount> amount, ToLongFunction<Measure> number) {
    long[] values = new long[words];
    int at = 0;
    for (Measure measure : all) {
      switch (measure.kind()) {
        case MONEY -> WideWords.write(amount.apply(measure), values, at);
        case WHOLE -> values[at] = number.applyAsLong(measure);
      }
      at += measure.kind().words();
    }
    return new Figures(this, values);
  }

  /**
   * Figures out of the words that they were written as.
   *
   * @param stored as many as {@link #words()} says
   */
  public Figures ofWords(long... stored) {
    if (stored.length != words) {
      throw new IllegalArgumentException(stored.length + " words are no figures of " + all);
    }
    return new Figures(this, stored.clone());
  }

  /** How many words of 64 bits the figures take. */
  public int words() {
    return words;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other || (other instanceof Measures m && all.equals(m.all));
  }

  @Override
  public int hashCode() {
    return all.hashCode();
  }

  @Override
  public String toString() {
    return all.toString();
  }

  /** Where a measure's words begin. */
  int at(Measure wanted) {
    int at = 0;
    for (Measure measure : all) {
      if (measure == wanted) {
        return at;
      }
      at += measure.kind().words();
    }
    throw new IllegalArgumentException(wanted + " is not among " + all);
  }
}
