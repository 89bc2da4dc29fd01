package io.orderlake.application.metrics;

import static io.orderlake.domain.metric.MetricFamily.gauge;

import io.orderlake.application.quarantine.ShowQuarantine;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.orderlake.domain.table.LakeTables;
import io.orderlake.domain.table.TableSchema;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Try;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The metrics of a lake: a fold of what is durable, computed when they are asked for. So they are
 * the same whoever shows them, and survive whatever is killed. Reads only. Safe for use by several
 * threads.
 */
public final class ShowMetrics {
  private static final MetricFamily BUILD =
      gauge("orderlake_build_info", "", "1; the label is the program's version", "version");

  private static final MetricFamily FAILED =
      gauge(
          "orderlake_scrape_failed",
          "",
          "1 where a collector could not read what its metrics are made of, which are missing then; else 0",
          "collector");

  private static final MetricFamily TOOK =
      gauge(
          "orderlake_scrape_seconds",
          "seconds",
          "How long each collector took for this scrape",
          "collector");

  /** Read within a fraction of a second, whoever starts. */
  private static final long KEEP_EVERY = 20_000;

  private final MetricsPorts ports;
  private final InstantSource clock;
  private final String version;
  private final EndSamples samples = new EndSamples();
  private final Seq<Collector> collectors;

  /**
   * Those of a lake.
   *
   * @param gold every declared Gold table
   * @param version the program's
   */
  public ShowMetrics(MetricsPorts ports, Seq<TableId> gold, String version, InstantSource clock) {
    this(ports, gold, version, clock, KEEP_EVERY);
  }

  /**
   * The same.
   *
   * @param keepEvery what the journal comes to is kept after so many events
   */
  ShowMetrics(
      MetricsPorts ports, Seq<TableId> gold, String version, InstantSource clock, long keepEvery) {
    this.ports = ports;
    this.clock = clock;
    this.version = version;
    StagePositions positions = new StagePositions(ports.versions(), ports.bronze(), gold);
    Seq<TableId> tables = LakeTables.FIXED.map(TableSchema::id).appendAll(gold);
    this.collectors =
        List.of(
            new FreshnessCollector(positions, samples, new UnreadRecords(ports.records())),
            new StageCollector(positions),
            new IngestCollector(),
            new KafkaCollector(),
            new BronzeCollector(),
            new LakeCollector(ports.versions()),
            new JournalCollector(ports.journal(), ports.fold(), keepEvery, tables),
            new RequestCollector(ports.queue()),
            new RunnerCollector(ports.requests()),
            new QuarantineCollector(
                new ShowQuarantine(ports.versions(), ports.quarantine()), clock),
            new TableCollector(ports.sizes(), tables, clock),
            new DiskCollector(ports.disk()),
            new ServeCollector(ports.versions(), ports.served()));
  }

  /** Every family there is, whatever can be read. */
  public Seq<MetricFamily> families() {
    return collectors
        .flatMap(Collector::families)
        .distinct()
        .appendAll(List.of(FAILED, TOOK, BUILD));
  }

  /** The values of the label {@code collector}. */
  public Seq<String> collectors() {
    return collectors.map(Collector::name);
  }

  /**
   * Takes note of how far the topics reach, so that later it is known since when a record is there;
   * and reads anew what is dear to read, where that is due. To be called about every second by
   * whoever serves metrics for long; without it, ages are told by Kafka's timestamps, and a scrape
   * may take longer. Throws nothing: what cannot be read shows at the next scrape.
   */
  public void sample() {
    Look look = look();
    collectors.forEach(collector -> Try.run(() -> collector.renew(look)));
  }

  /** All metrics as of now. Throws nothing: what cannot be read is named in the answer. */
  public Scrape now() {
    return now(collectors());
  }

  /**
   * As above, but only what some collectors read; what the others stand on is left alone.
   *
   * @param wanted of {@link #collectors()}
   */
  public Scrape now(Seq<String> wanted) {
    Seq<Collector> asked = collectors.filter(collector -> wanted.contains(collector.name()));
    Look look = asked.exists(Collector::looks) ? look() : Look.ofNothing(clock.instant());
    Map<String, Throwable> failed = LinkedHashMap.empty();
    Vector<Sample> took = Vector.empty();
    Vector<Metric> metrics = Vector.empty();
    for (Collector collector : asked) {
      Instant before = clock.instant();
      Try<Seq<Metric>> read = Try.of(() -> collector.collect(look));
      took =
          took.append(
              Sample.of(
                  Labels.seconds(Duration.between(before, clock.instant())), collector.name()));
      metrics = metrics.appendAll(read.getOrElse(List.empty()));
      failed = read.isFailure() ? failed.put(collector.name(), read.getCause()) : failed;
    }
    return new Scrape(inOrder(metrics.appendAll(ofItself(asked, failed, took))), failed);
  }

  private Look look() {
    Look look = Look.take(ports, clock);
    look.source().forEach(source -> samples.add(look.at(), source.readable()));
    return look;
  }

  private Seq<Metric> ofItself(
      Seq<Collector> asked, Map<String, Throwable> failed, Seq<Sample> took) {
    return List.of(
        new Metric(
            FAILED,
            asked
                .map(Collector::name)
                .map(collector -> Sample.of(failed.containsKey(collector) ? 1 : 0, collector))),
        new Metric(TOOK, took),
        new Metric(BUILD, List.of(Sample.of(1, version))));
  }

  /** Families that several collectors fill, as one. */
  private Seq<Metric> inOrder(Seq<Metric> metrics) {
    return families()
        .flatMap(
            family ->
                metrics
                    .filter(metric -> metric.family().equals(family))
                    .reduceOption(
                        (one, other) ->
                            new Metric(family, one.samples().appendAll(other.samples()))));
  }
}
