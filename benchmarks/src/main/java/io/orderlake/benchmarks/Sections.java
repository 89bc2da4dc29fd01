package io.orderlake.benchmarks;

import io.vavr.collection.List;

/** The parts of the benchmark in the order of running, and what several of them share. */
final class Sections implements AutoCloseable {
  private final List<Section> all;

  private Sections(List<Section> all) {
    this.all = all;
  }

  /** Nothing is started before a section needs it. */
  static Sections of(BenchContext context) {
    return new Sections(List.empty());
  }

  List<Section> all() {
    return all;
  }

  /** Stops what the sections shared. */
  @Override
  public void close() {}
}
