package io.orderlake.application.examine;

/**
 * How many of what was looked at pass the rules.
 *
 * @param passing how many pass
 * @param all how many there are
 */
public record Passing(long passing, long all) {
  /** Fewer than one of so many are too few. */
  private static final int FEW = 4;

  /** How many would be quarantined. */
  public long failing() {
    return all - passing;
  }

  /** Whether it is surely not read as it is meant: fewer than one in four pass. */
  public boolean isFew() {
    return passing * FEW < all;
  }
}
