package io.orderlake.benchmarks.measure;

/**
 * One way to do the work of a section.
 *
 * @param name as the tables show it
 * @param turn does the work once
 */
public record Contestant(String name, Turn turn) {
  /** Does the work once: prepares, measures the work alone, checks what came of it. */
  @FunctionalInterface
  public interface Turn {
    /**
     * Takes a turn.
     *
     * @param number from 1 for the first that counts; 0 and below for one that warms up
     */
    Trial take(int number) throws Exception;
  }
}
