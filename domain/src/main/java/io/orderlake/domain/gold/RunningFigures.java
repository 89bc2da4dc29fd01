package io.orderlake.domain.gold;

/**
 * Figures that others are added to, one after the other, without an object for each sum. For one
 * thread.
 */
public final class RunningFigures {
  private final Measures measures;
  private final long[] words;

  /** What nothing adds up to. */
  public RunningFigures(Measures measures) {
    this.measures = measures;
    this.words = new long[measures.words()];
  }

  /**
   * Takes others in.
   *
   * @param others of the same measures
   * @throws ArithmeticException when a sum has no room
   */
  public void add(Figures others) {
    others.addTo(measures, words);
  }

  /** What they come to so far. */
  public Figures figures() {
    return measures.ofWords(words);
  }
}
