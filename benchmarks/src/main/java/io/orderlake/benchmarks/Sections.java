package io.orderlake.benchmarks;

import io.orderlake.benchmarks.demo.ColdStart;
import io.orderlake.benchmarks.freshness.Freshness;
import io.orderlake.benchmarks.history.EventIds;
import io.orderlake.benchmarks.history.FlatCost;
import io.orderlake.benchmarks.history.HistoryLakes;
import io.orderlake.benchmarks.latency.TriggerLatency;
import io.vavr.collection.List;

/** The parts of the benchmark in the order of running, and what several of them share. */
final class Sections implements AutoCloseable {
  private final List<Section> all;

  private Sections(List<Section> all) {
    this.all = all;
  }

  /** Nothing is started before a section needs it. */
  static Sections of(BenchContext context, SectionOptions options) {
    HistoryLakes lakes = new HistoryLakes(context, options.lakes());
    return new Sections(
        List.of(
            new FlatCost(lakes, options.history(), EventIds.BY_TIME),
            new FlatCost(lakes, options.history(), EventIds.RANDOM),
            new TriggerLatency(lakes),
            new Freshness(options.freshFor()),
            new ColdStart()));
  }

  List<Section> all() {
    return all;
  }

  /** Stops what the sections shared. */
  @Override
  public void close() {}
}
