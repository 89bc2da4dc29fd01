package io.orderlake.benchmarks;

import io.orderlake.benchmarks.console.ConsolePages;
import io.orderlake.benchmarks.corpus.CorpusSection;
import io.orderlake.benchmarks.corpus.CorpusTopic;
import io.orderlake.benchmarks.corpus.FrozenLakes;
import io.orderlake.benchmarks.demo.ColdStart;
import io.orderlake.benchmarks.freshness.Freshness;
import io.orderlake.benchmarks.freshness.ServedFreshness;
import io.orderlake.benchmarks.freshness.ToldFreshness;
import io.orderlake.benchmarks.history.AgainstTextbook;
import io.orderlake.benchmarks.history.AuditRate;
import io.orderlake.benchmarks.history.EventIds;
import io.orderlake.benchmarks.history.FlatCost;
import io.orderlake.benchmarks.history.HistoryLakes;
import io.orderlake.benchmarks.history.ServedVersions;
import io.orderlake.benchmarks.history.Spread;
import io.orderlake.benchmarks.latency.TriggerLatency;
import io.orderlake.benchmarks.latency.WatchedLatency;
import io.orderlake.benchmarks.peers.PythonEnvironment;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.stages.BronzeSection;
import io.orderlake.benchmarks.stages.GoldSection;
import io.orderlake.benchmarks.stages.SilverSection;
import io.orderlake.benchmarks.stages.WholeSection;
import io.orderlake.benchmarks.verdict.VerdictSection;
import io.vavr.collection.List;

/** The parts of the benchmark in the order of running, and what several of them share. */
final class Sections implements AutoCloseable {
  private final CorpusTopic topic;
  private final FrozenLakes lakes;
  private final PythonEnvironment python;
  private final HistoryLakes histories;
  private final SectionOptions options;

  private Sections(BenchContext context, CorpusTopic topic, SectionOptions options) {
    this.topic = topic;
    this.lakes = new FrozenLakes(context, topic);
    this.python = new PythonEnvironment(context);
    this.histories = new HistoryLakes(context, options.lakes());
    this.options = options;
  }

  /** Nothing is started before a section needs it. */
  static Sections of(BenchContext context, SectionOptions options) {
    return new Sections(context, new CorpusTopic(context), options);
  }

  /**
   * Those before the histories share one Spark session; those after it start and stop their own, so
   * what was shared is closed by then.
   */
  List<Section> all() {
    return List.of(
        new CorpusSection(topic),
        new BronzeSection(topic, lakes),
        new SilverSection(lakes, python),
        new GoldSection(lakes, python),
        new WholeSection(topic, lakes),
        apart(new FlatCost(histories, options.history(), EventIds.BY_TIME)),
        apart(new FlatCost(histories, options.history(), EventIds.RANDOM)),
        apart(new AgainstTextbook(histories, options.textbookHistory())),
        apart(new AuditRate(histories, options.textbookHistory())),
        apart(new Spread()),
        apart(new TriggerLatency(histories)),
        apart(new WatchedLatency(histories)),
        apart(Freshness.usual(options.freshFor())),
        apart(Freshness.ofMany(options.freshFor())),
        apart(new ToldFreshness(options.freshFor())),
        apart(new ServedFreshness(options.freshFor())),
        apart(new ServedVersions()),
        apart(new ConsolePages(histories, options.consoleHistory())),
        apart(new VerdictSection()),
        apart(new ColdStart()));
  }

  private Section apart(Section section) {
    return new Apart(section, this::close);
  }

  /** Stops what the sections shared. */
  @Override
  public void close() throws Exception {
    lakes.close();
    topic.close();
  }
}
