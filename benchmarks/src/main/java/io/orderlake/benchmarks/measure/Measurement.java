package io.orderlake.benchmarks.measure;

/**
 * A turn, with who took it and where.
 *
 * @param section its name
 * @param contestant its name
 * @param trial what came of it
 */
public record Measurement(String section, String contestant, Trial trial) {
  /** Rows in a second. */
  public double rate() {
    return trial.rows() / Summary.seconds(trial.cost().wall());
  }
}
