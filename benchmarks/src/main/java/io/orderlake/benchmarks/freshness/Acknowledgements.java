package io.orderlake.benchmarks.freshness;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.generate.GenerateOrders;
import io.orderlake.application.generate.GeneratedOrder;
import io.orderlake.application.generate.GenerationObserver;
import io.orderlake.application.generate.GenerationPlan;
import io.orderlake.application.generate.GeneratorSettings;
import io.orderlake.application.generate.Rate;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Produces events and writes down when Kafka acknowledged each of them. */
final class Acknowledgements implements GenerationObserver {
  private static final long SEED = 5;

  private final Runnable check;
  private final List<Acknowledged> all = new ArrayList<>();

  /**
   * One event.
   *
   * @param position where Kafka has put it
   * @param at when the producer was told
   */
  record Acknowledged(SourcePosition position, Instant at) {}

  /**
   * None yet.
   *
   * @param check called now and then, may throw to end the producing
   */
  Acknowledgements(Runnable check) {
    this.check = check;
  }

  /** Produces through the product's own use case, for so long. */
  void fill(Lakehouse lake, int perSecond, Duration length) {
    GenerationPlan plan =
        new GenerationPlan(
            GeneratorSettings.seeded(SEED),
            new Rate.PerSecond(perSecond),
            Option.none(),
            Option.some(length));
    lake.get(GenerateOrders.class)
        .run(plan, this)
        .getOrElseThrow(undelivered -> new BenchFailure(undelivered.sentence()));
  }

  @Override
  public void acknowledged(GeneratedOrder order, SourcePosition position) {
    Acknowledged event = new Acknowledged(position, Instant.now());
    synchronized (all) {
      all.add(event);
    }
  }

  @Override
  public void progress(DeliveryCounts counts, Duration elapsed) {
    check.run();
  }

  boolean areAllCountedBy(Publication publication) {
    return all().stream()
        .map(Acknowledged::position)
        .allMatch(
            at -> publication.counts(new TopicPartition(at.topic(), at.partition()), at.offset()));
  }

  List<Acknowledged> all() {
    synchronized (all) {
      return List.copyOf(all);
    }
  }
}
