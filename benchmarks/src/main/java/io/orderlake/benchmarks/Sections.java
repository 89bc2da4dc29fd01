package io.orderlake.benchmarks;

import io.orderlake.benchmarks.corpus.CorpusSection;
import io.orderlake.benchmarks.corpus.CorpusTopic;
import io.orderlake.benchmarks.corpus.FrozenLakes;
import io.orderlake.benchmarks.peers.PythonEnvironment;
import io.orderlake.benchmarks.stages.BronzeSection;
import io.orderlake.benchmarks.stages.GoldSection;
import io.orderlake.benchmarks.stages.SilverSection;
import io.orderlake.benchmarks.stages.WholeSection;
import io.vavr.collection.List;

/** The parts of the benchmark in the order of running, and what several of them share. */
final class Sections implements AutoCloseable {
  private final CorpusTopic topic;
  private final FrozenLakes lakes;
  private final PythonEnvironment python;

  private Sections(CorpusTopic topic, FrozenLakes lakes, PythonEnvironment python) {
    this.topic = topic;
    this.lakes = lakes;
    this.python = python;
  }

  /** Nothing is started before a section needs it. */
  static Sections of(BenchContext context) {
    CorpusTopic topic = new CorpusTopic(context);
    return new Sections(topic, new FrozenLakes(context, topic), new PythonEnvironment(context));
  }

  List<Section> all() {
    return List.of(
        new CorpusSection(topic),
        new BronzeSection(topic, lakes),
        new SilverSection(lakes, python),
        new GoldSection(lakes, python),
        new WholeSection(topic, lakes));
  }

  /** Stops what the sections shared. */
  @Override
  public void close() throws Exception {
    lakes.close();
    topic.close();
  }
}
