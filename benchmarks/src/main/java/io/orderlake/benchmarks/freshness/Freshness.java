package io.orderlake.benchmarks.freshness;

import io.orderlake.answers.text.Numbers;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.Program;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code orderlake up --rate 0} with a broker, an ingest, a runner and the watcher, and a producer
 * of so many events a second in this process: how long it takes from an event's acknowledgement by
 * Kafka until a published lake version counts it in Gold. From the first event on, so that the
 * first runs, which are slow, count too.
 */
public final class Freshness implements Section {
  /** Events a second that most people have. */
  static final int USUAL = 1_000;

  private static final int MANY = 10_000;
  private static final Duration PROMISED = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final String name;
  private final int rate;
  private final Goal goal;
  private final Duration length;

  private Freshness(String name, int rate, Goal goal, Duration length) {
    this.name = name;
    this.rate = rate;
    this.goal = goal;
    this.length = length;
  }

  /**
   * The section at a thousand events a second.
   *
   * @param length how long events are sent
   */
  public static Freshness usual(Duration length) {
    return new Freshness("freshness", USUAL, Goal.FRESHNESS, length);
  }

  /** The section at ten thousand events a second. */
  public static Freshness ofMany(Duration length) {
    return new Freshness("freshness-10000", MANY, Goal.FRESHNESS_OF_10000, length);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String title() {
    return "event acknowledged by Kafka to counted in Gold, `up` with %s a second for %s s"
        .formatted(Numbers.count(rate, "event"), length.toSeconds());
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Path data = context.emptyDirectory(name);
    try (Program up =
        Program.start(
            context.home(), HashMap.empty(), "up", "--rate", "0", "--data", data.toString())) {
      up.awaitLine(line -> line.startsWith("ready: "), START);
      LakehouseConfig config = context.config(data, HashMap.empty());
      try (Lakehouse lake = Lakehouse.open(config);
          PublicationWatch.Watching watch = PublicationWatch.start(lake)) {
        Acknowledgements acks = produce(context, up, lake, rate, length);
        Ages ages = settled(up, watch, acks);
        return result(ages, up);
      }
    } finally {
      context.discard(data);
    }
  }

  /** Sends the events, for so long. */
  static Acknowledgements produce(
      BenchContext context, Program up, Lakehouse lake, int rate, Duration length) {
    context
        .screen()
        .progress(Numbers.count(rate, "event") + " a second for " + length.toSeconds() + " s…");
    Acknowledgements acks = new Acknowledgements(up::throwIfEnded);
    acks.fill(lake, rate, length);
    return acks;
  }

  /** Waits until the last event is counted. */
  static Ages settled(Program up, PublicationWatch.Watching watch, Acknowledgements acks)
      throws InterruptedException {
    up.await(
        () -> watch.seen().nonEmpty() && acks.areAllCountedBy(watch.seen().last()),
        LONGEST_WAIT,
        "has acknowledged events that are not counted");
    return Ages.of(acks.all(), watch.seen());
  }

  private SectionResult result(Ages ages, Program up) {
    ProcessFiles process = ProcessFiles.of(up.pid());
    Trial trial = Trial.of(ages.events(), new Cost(ages.span(), process.cpu(), process.peak()));
    Measurement measurement = new Measurement(name, "up, its producer apart", trial);
    SectionResult result =
        SectionResult.of(List.of(measurement))
            .noting("age of events when Gold counts them: " + ages.told())
            .noting(
                "the first %s s alone: %s; after them: %s"
                    .formatted(
                        Ages.WARMING.toSeconds(), ages.warming().told(), ages.warm().told()));
    return length.equals(PROMISED) ? result.showing(goal, ages.percentile(0.95)) : result;
  }
}
