package io.orderlake.benchmarks.freshness;

import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.Program;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.Goal;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.ServedPlace;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The same flow as for {@link Freshness} with {@code up --serve}: how much later than in Gold an
 * event is counted in PostgreSQL, where tools read.
 */
public final class ServedFreshness implements Section {
  private static final String NAME = "freshness-served";
  private static final Duration START = Duration.ofMinutes(3);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  private final Duration length;

  /**
   * The section.
   *
   * @param length how long events are sent
   */
  public ServedFreshness(Duration length) {
    this.length = length;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "event acknowledged by Kafka to its row in PostgreSQL, `up --serve` with 1,000 events a"
        + " second for "
        + length.toSeconds()
        + " s";
  }

  @Override
  public boolean isUsual() {
    return false;
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Path data = context.emptyDirectory(NAME);
    String port = Integer.toString(context.freePort());
    try (Program up =
        Program.start(
            context.home(),
            HashMap.of("ORDERLAKE_SERVE_POSTGRES_PORT", port),
            "up",
            "--serve",
            "--rate",
            "0",
            "--data",
            data.toString())) {
      up.awaitLine(line -> line.startsWith("ready: "), START);
      LakehouseConfig config = context.config(data, HashMap.of("serve.postgres.port", port));
      try (Lakehouse lake = Lakehouse.open(config);
          PublicationWatch.Watching watch = PublicationWatch.start(lake);
          ServedWatch served = new ServedWatch(ServedPlace.of(config).require())) {
        Acknowledgements acks = Freshness.produce(context, up, lake, Freshness.USUAL, length);
        Ages gold = Freshness.settled(up, watch, acks);
        List<Publication> published = watch.seen();
        long last = published.last().version();
        up.await(
            () -> served.newest() >= last, LONGEST_WAIT, "does not serve lake version " + last);
        return result(gold, Ages.of(acks.all(), served.served(published)), up);
      }
    } finally {
      context.discard(data);
    }
  }

  private static SectionResult result(Ages gold, Ages served, Program up) {
    ProcessFiles process = ProcessFiles.of(up.pid());
    Trial trial = Trial.of(served.events(), new Cost(served.span(), process.cpu(), process.peak()));
    double later = served.percentile(0.95) - gold.percentile(0.95);
    return SectionResult.of(List.of(new Measurement(NAME, "up --serve, its producer apart", trial)))
        .noting("age of events when Gold counts them: " + gold.told())
        .noting("age of events when PostgreSQL shows them: " + served.told())
        .noting("the 95th percentile is %s s later".formatted(Summary.secondsText(later)))
        .showing(Goal.SERVED_AFTER_GOLD, later);
  }
}
