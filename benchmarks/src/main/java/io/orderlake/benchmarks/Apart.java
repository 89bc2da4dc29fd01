package io.orderlake.benchmarks;

import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;

/**
 * A section before which everything that others shared is stopped: it measures other processes, or
 * has a session of its own.
 *
 * @param section the section
 * @param stop may be called often
 */
record Apart(Section section, Stop stop) implements Section {
  /** Stops what is shared. */
  @FunctionalInterface
  interface Stop {
    void run() throws Exception;
  }

  @Override
  public String name() {
    return section.name();
  }

  @Override
  public String title() {
    return section.title();
  }

  @Override
  public boolean isUsual() {
    return section.isUsual();
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    stop.run();
    return section.run(context);
  }
}
