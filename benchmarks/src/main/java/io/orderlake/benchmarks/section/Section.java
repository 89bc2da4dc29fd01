package io.orderlake.benchmarks.section;

/** One part of the benchmark: contestants that do the same work. */
public interface Section {
  /** One word, for {@code --only}. */
  String name();

  /** What is measured, in one line. */
  String title();

  /** False when it runs only where it is named. */
  default boolean isUsual() {
    return true;
  }

  /**
   * Measures. Whatever it started has ended when this returns or throws.
   *
   * @throws BenchFailure when contestants disagree
   */
  SectionResult run(BenchContext context) throws Exception;
}
