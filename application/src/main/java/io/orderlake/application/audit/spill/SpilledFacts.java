package io.orderlake.application.audit.spill;

import io.orderlake.domain.lake.Scratch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** All facts, by what they are about. Those about one subject come together in one bin. */
public final class SpilledFacts implements AutoCloseable {
  /** So many facts of a bin are in memory at once, more or less. */
  private static final long FACTS_PER_BIN = 250_000;

  private static final int MOST_BINS = 4_096;

  /** Room for a fact's number beside the beginning of its key; more facts fit into no array. */
  private static final int NUMBER_BITS = 24;

  private final Scratch.Spill pile;
  private final FactLayout layout;
  private final int factBytes;
  private final int bins;

  private SpilledFacts(Scratch.Spill pile, FactLayout layout, int bins) {
    this.pile = pile;
    this.layout = layout;
    this.factBytes = Fact.bytes(layout);
    this.bins = bins;
  }

  /**
   * An empty pile.
   *
   * @param records how many Bronze records are to be replayed, more or less
   */
  public static SpilledFacts open(Scratch scratch, FactLayout layout, long records) {
    int bins = (int) Math.min(MOST_BINS, 1 + 2 * records / FACTS_PER_BIN);
    return new SpilledFacts(scratch.open(Fact.bytes(layout), bins), layout, bins);
  }

  /** What each fact says of Gold. */
  public FactLayout layout() {
    return layout;
  }

  /** How many bins there are; they are numbered from 0. */
  public int bins() {
    return bins;
  }

  /** Keeps the fact. Several threads may do so at once. */
  public void add(Fact fact) {
    pile.add(fact.bin(bins), fact.data());
  }

  /** Shows the facts of a bin, those about one subject together; the list is good for that call. */
  public void forEachSubject(int bin, Consumer<List<Fact>> consumer) {
    byte[] data = pile.read(bin);
    long[] sorted = new long[data.length / factBytes];
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = Bits.readLong(data, i * factBytes) >>> NUMBER_BITS << NUMBER_BITS | i;
    }
    Arrays.sort(sorted);
    List<Fact> alike = new ArrayList<>();
    for (int i = 0; i < sorted.length; i++) {
      if (i > 0 && sorted[i] >>> NUMBER_BITS != sorted[i - 1] >>> NUMBER_BITS) {
        split(alike, consumer);
      }
      int number = (int) (sorted[i] & ((1 << NUMBER_BITS) - 1));
      alike.add(new Fact(data, number * factBytes));
    }
    split(alike, consumer);
  }

  /** Facts whose keys begin alike are nearly always about one subject, but not quite. */
  private static void split(List<Fact> alike, Consumer<List<Fact>> consumer) {
    while (!alike.isEmpty()) {
      Fact first = alike.get(0);
      List<Fact> others = new ArrayList<>(0);
      for (Fact fact : alike) {
        if (!fact.hasKeyOf(first)) {
          others.add(fact);
        }
      }
      if (!others.isEmpty()) {
        alike.removeAll(others);
      }
      consumer.accept(alike);
      alike.clear();
      alike.addAll(others);
    }
  }

  @Override
  public void close() {
    pile.close();
  }
}
