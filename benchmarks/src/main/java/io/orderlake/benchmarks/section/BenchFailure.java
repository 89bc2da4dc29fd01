package io.orderlake.benchmarks.section;

/**
 * A benchmark that could not be run, or whose contestants disagree; the message has the figures.
 */
public final class BenchFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  public BenchFailure(String message) {
    super(message);
  }

  public BenchFailure(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
