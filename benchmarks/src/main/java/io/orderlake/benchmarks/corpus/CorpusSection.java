package io.orderlake.benchmarks.corpus;

import io.orderlake.answers.text.Numbers;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.vavr.collection.List;

/** Makes and publishes the corpus, once, and says what it is. */
public record CorpusSection(CorpusTopic topic) implements Section {
  @Override
  public String name() {
    return "corpus";
  }

  @Override
  public String title() {
    return "the events that all stages are measured on, made and published";
  }

  @Override
  public SectionResult run(BenchContext context) {
    CorpusTopic.Published corpus = topic.published();
    Measurement made =
        new Measurement(name(), "generator and producer", Trial.of(corpus.events(), corpus.cost()));
    return SectionResult.of(List.of(made))
        .noting(
            Numbers.count(corpus.events(), "event")
                + " in a topic of "
                + CorpusTopic.PARTITIONS
                + " partitions, SHA-256 "
                + corpus.checksum());
  }
}
