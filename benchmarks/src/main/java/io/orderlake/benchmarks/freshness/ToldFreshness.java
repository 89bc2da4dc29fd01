package io.orderlake.benchmarks.freshness;

import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Measurement;
import io.orderlake.benchmarks.measure.ProcessFiles;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.program.Program;
import io.orderlake.benchmarks.program.Scraper;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.orderlake.benchmarks.section.Section;
import io.orderlake.benchmarks.section.SectionResult;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import java.nio.file.Path;
import java.time.Duration;

/**
 * The same flow as for {@link Freshness}, and what the metrics of {@code up} say of it: at each
 * scrape, how far {@code orderlake_gold_freshness_seconds} is from the age of the oldest event that
 * this process has an acknowledgement of and saw no publication count; and at the end, what {@code
 * orderlake_event_to_gold_seconds} has counted.
 */
public final class ToldFreshness implements Section {
  private static final String NAME = "freshness-told";
  private static final String FRESHNESS = "orderlake_gold_freshness_seconds";
  private static final String DELAYS = "orderlake_event_to_gold_seconds";
  private static final Duration START = Duration.ofMinutes(3);

  private final Duration length;

  /**
   * The section.
   *
   * @param length how long events are sent
   */
  public ToldFreshness(Duration length) {
    this.length = length;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String title() {
    return "what metrics say of `up` with 1,000 events a second for "
        + length.toSeconds()
        + " s, scraped every "
        + Scraper.INTERVAL.toSeconds()
        + " s";
  }

  @Override
  public boolean isUsual() {
    return false;
  }

  @Override
  public SectionResult run(BenchContext context) throws Exception {
    Path data = context.emptyDirectory(NAME);
    try (Program up =
        Program.start(
            context.home(),
            HashMap.of("ORDERLAKE_METRICS_PORT", "0"),
            "up",
            "--rate",
            "0",
            "--data",
            data.toString())) {
      Program.Line ready = up.awaitLine(line -> line.startsWith("ready: "), START);
      LakehouseConfig config = context.config(data, HashMap.empty());
      try (Lakehouse lake = Lakehouse.open(config);
          PublicationWatch.Watching watch = PublicationWatch.start(lake);
          Scraper scraper = Scraper.of(ready)) {
        Acknowledgements acks = Freshness.produce(context, up, lake, Freshness.USUAL, length);
        List<Scraper.Scrape> scrapes = scraper.scrapes();
        Ages ages = Freshness.settled(up, watch, acks);
        return result(ages, Waiting.of(acks.all(), watch.seen()), scrapes, last(scraper), up);
      }
    } finally {
      context.discard(data);
    }
  }

  /** The first scrape that was begun after all was settled. */
  private static Scraper.Scrape last(Scraper scraper) throws InterruptedException {
    int before = scraper.scrapes().size();
    while (scraper.scrapes().size() < before + 2) {
      Thread.sleep(200);
    }
    return scraper.scrapes().last();
  }

  private static SectionResult result(
      Ages ages, Waiting waiting, List<Scraper.Scrape> scrapes, Scraper.Scrape last, Program up) {
    ProcessFiles process = ProcessFiles.of(up.pid());
    Trial trial = Trial.of(ages.events(), new Cost(ages.span(), process.cpu(), process.peak()));
    List<Double> distances =
        scrapes.flatMap(
            scrape ->
                scrape
                    .value(FRESHNESS)
                    .map(told -> waiting.distance(told, scrape.begun(), scrape.ended())));
    if (distances.isEmpty()) {
      throw new BenchFailure("no scrape has said " + FRESHNESS);
    }
    Summary far = Summary.of(distances);
    return SectionResult.of(List.of(new Measurement(NAME, "up, its producer apart", trial)))
        .noting(
            "%s, %s scrapes (%s said nothing of it): median %s s, greatest %s s from the benchmark's own"
                .formatted(
                    FRESHNESS,
                    scrapes.size(),
                    scrapes.size() - distances.size(),
                    Summary.secondsText(far.median()),
                    Summary.secondsText(far.most())))
        .noting("age of events when Gold counts them, by the benchmark: " + ages.told())
        .noting(
            "%s: %s records, mean %s s"
                .formatted(
                    DELAYS,
                    value(last, DELAYS + "_count"),
                    Summary.secondsText(
                        value(last, DELAYS + "_sum") / value(last, DELAYS + "_count"))));
  }

  private static double value(Scraper.Scrape scrape, String sample) {
    return scrape
        .value(sample)
        .getOrElseThrow(() -> new BenchFailure("the last scrape does not say " + sample));
  }
}
