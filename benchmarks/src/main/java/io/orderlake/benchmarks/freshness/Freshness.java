package io.orderlake.benchmarks.freshness;

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
 * of 1,000 events a second in this process: how long it takes from an event's acknowledgement by
 * Kafka until a published lake version counts it in Gold. From the first event on, so that the
 * first runs, which are slow, count too.
 */
public final class Freshness implements Section {
  private static final String NAME = "freshness";
  private static final int RATE = 1_000;
  private static final Duration PROMISED = Duration.ofMinutes(5);
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final Duration length;

  /**
   * The section.
   *
   * @param length how long events are sent
   */
  public Freshness(Duration length) {
    this.length = length;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "event acknowledged by Kafka to counted in Gold, `up` with 1,000 events a second for "
        + length.toSeconds()
        + " s";
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Path data = context.emptyDirectory(NAME);
    try (Program up =
        Program.start(
            context.home(), HashMap.empty(), "up", "--rate", "0", "--data", data.toString())) {
      up.awaitLine(line -> line.startsWith("ready: "), START);
      LakehouseConfig config = context.config(data, HashMap.empty());
      try (Lakehouse lake = Lakehouse.open(config);
          PublicationWatch.Watching watch = PublicationWatch.start(lake)) {
        Acknowledgements acks = produce(context, up, lake, length);
        Ages ages = settled(up, watch, acks);
        return result(ages, up);
      }
    } finally {
      context.discard(data);
    }
  }

  /** Sends the events, for so long. */
  static Acknowledgements produce(
      BenchContext context, Program up, Lakehouse lake, Duration length) {
    context.screen().progress("1,000 events a second for " + length.toSeconds() + " s…");
    Acknowledgements acks = new Acknowledgements(up::throwIfEnded);
    acks.fill(lake, RATE, length);
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
    Measurement measurement = new Measurement(NAME, "up, its producer apart", trial);
    SectionResult result =
        SectionResult.of(List.of(measurement))
            .noting("age of events when Gold counts them: " + ages.told())
            .noting(
                "the first %s s alone: %s; after them: %s"
                    .formatted(
                        Ages.WARMING.toSeconds(), ages.warming().told(), ages.warm().told()));
    return length.equals(PROMISED) ? result.showing(Goal.FRESHNESS, ages.percentile(0.95)) : result;
  }
}
