package io.orderlake.application.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.application.contract.Runs;
import io.orderlake.application.lake.ReadByGold;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryExchange;
import io.orderlake.application.twin.InMemoryKeptFold;
import io.orderlake.application.twin.InMemoryLakeDisk;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryLeaderLock;
import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemoryRunJournal;
import io.orderlake.application.twin.InMemorySourceRecords;
import io.orderlake.application.twin.InMemoryTableSizes;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunnerEvent;
import io.orderlake.domain.serve.LakeOrigin;
import io.orderlake.domain.serve.Served;
import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/** A lake in memory, driven step by step, and its metrics. */
public final class MetricsStage {
  /** The one Gold table of this lake. */
  public static final TableId GOLD = TableId.gold("revenue_by_city_hour");

  /** The time at which records are stamped. */
  public static final Instant STAMPED = Runs.NOON.minusSeconds(30);

  public final InMemoryOrderEventLog log = new InMemoryOrderEventLog("orders", 2);
  public final InMemoryBronzeView bronze = new InMemoryBronzeView();
  public final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  public final InMemoryRunJournal journal = new InMemoryRunJournal();
  public final InMemoryKeptFold fold = new InMemoryKeptFold(journal);
  public final InMemoryLeaderLock leaderLock = new InMemoryLeaderLock();
  public final InMemoryExchange exchange = new InMemoryExchange(leaderLock);
  public final InMemoryQuarantineView quarantine = new InMemoryQuarantineView();
  public final InMemoryTableSizes sizes = new InMemoryTableSizes();
  public final InMemoryLakeDisk disk = new InMemoryLakeDisk();
  private Supplier<Option<Long>> servedVersion = () -> Option.some(newest());
  private Instant now = Runs.NOON;
  private boolean kafkaAnswers = true;
  private long epoch;
  private long sequence;
  private long silverVersion = -1;
  private long goldVersion = -1;

  public final InstantSource clock = () -> now;

  private final MetricsPorts ports =
      new MetricsPorts(
          versions,
          bronze,
          () -> List.of(offsets()),
          () -> new InMemorySourceRecords(log, STAMPED.toEpochMilli()),
          journal,
          fold,
          exchange,
          exchange,
          quarantine,
          sizes,
          disk,
          Option.some(this::served));

  /** Metrics as a process shows them that has just begun. */
  public ShowMetrics metrics() {
    return metrics(Long.MAX_VALUE);
  }

  /**
   * The same.
   *
   * @param keepEvery what the journal comes to is kept after so many events
   */
  ShowMetrics metrics(long keepEvery) {
    return new ShowMetrics(ports, List.of(GOLD), "1.2.3", clock, keepEvery);
  }

  /** As they are told by whoever reads the whole journal. */
  ShowMetrics metricsAnew() {
    MetricsPorts anew =
        new MetricsPorts(
            ports.versions(),
            ports.bronze(),
            ports.topics(),
            ports.records(),
            ports.journal(),
            new InMemoryKeptFold(journal),
            ports.requests(),
            ports.queue(),
            ports.quarantine(),
            ports.sizes(),
            ports.disk(),
            ports.served());
    return new ShowMetrics(anew, List.of(GOLD), "1.2.3", clock);
  }

  private long newest() {
    return versions.latest().number();
  }

  /** Which version is served from now on; none for none yet. */
  public void serve(Supplier<Option<Long>> version) {
    servedVersion = version;
  }

  private Option<Served> served() {
    return servedVersion
        .get()
        .flatMap(versions::version)
        .map(
            lake ->
                new Served(
                    LakeOrigin.of(versions.version(1).get()),
                    lake.number(),
                    lake.publishedBy(),
                    lake.publishedAt(),
                    lake.publishedAt().plusSeconds(1)));
  }

  public void pass(Duration time) {
    now = now.plus(time);
  }

  public void kafkaAnswers(boolean answers) {
    kafkaAnswers = answers;
  }

  private SourceOffsets offsets() {
    return new SourceOffsets() {
      @Override
      public SortedMap<TopicPartition, Long> ends() {
        return state().ends();
      }

      @Override
      public SourceState state() {
        if (!kafkaAnswers) {
          throw LakeFailure.lasting("no broker answers");
        }
        return log.state();
      }
    };
  }

  /** Kafka acknowledges records. */
  public void produce(int records) {
    for (int i = 0; i < records; i++) {
      log.publish(Integer.toString(i), "{}".getBytes(UTF_8), delivery -> {});
    }
  }

  /** Bronze takes in what Kafka has. */
  public void ingest() {
    SortedMap<TopicPartition, Long> stored =
        bronze.state().map(BronzeState::nextOffsets).getOrElse(TreeMap.empty());
    List<BronzeRecord> records = List.empty();
    for (Tuple2<TopicPartition, Long> end : log.state().readable()) {
      long from = stored.getOrElse(end._1, log.state().beginnings().getOrElse(end._1, 0L));
      records =
          records.appendAll(
              List.range(from, end._2).map(offset -> record(sequence, end._1.partition(), offset)));
    }
    bronze.append(sequence++, records.asJava());
    sizes.add(TableId.BRONZE_ORDERS, 1_000);
  }

  /** How many records Bronze holds. */
  public long stored() {
    AtomicLong records = new AtomicLong();
    for (BronzeState state : bronze.state()) {
      bronze
          .parts(state.table().version())
          .forEach(part -> part.forEach(r -> records.incrementAndGet()));
    }
    return records.get();
  }

  /** A runner becomes the active one. */
  public void takeOver() {
    epoch++;
    journal.append(new RunnerEvent.RunnerTookOver(epoch, now, "a test"));
  }

  /** A run is asked for, claimed and begun. */
  public RunId begin(JobName job, String id) {
    return begin(job, id, TreeMap.empty());
  }

  /** As above, with parameters. */
  public RunId begin(JobName job, String id, SortedMap<String, String> params) {
    RunId run = new RunId(id);
    RunRequest request = new RunRequest(run, job.word(), "a test", now, params);
    journal.append(new RunEvent.RunRequested(epoch, now, request));
    journal.append(new RunEvent.RunClaimed(epoch, now, run));
    journal.append(new RunEvent.RunStarted(epoch, now, run, 1));
    return run;
  }

  /** The runner has died over a run, and the next one begins it again. */
  public void abandonAndBegin(RunId run, int attempt) {
    takeOver();
    journal.append(new RunEvent.RunAbandoned(epoch, now, run, "its runner died"));
    journal.append(new RunEvent.RunClaimed(epoch, now, run));
    journal.append(new RunEvent.RunStarted(epoch, now, run, attempt));
  }

  /** An audit came to the verdict that tables differ. */
  public void failAudit(RunId run, SortedMap<TableId, Long> differences) {
    journal.append(
        new RunEvent.RunFailed(
            epoch,
            now,
            run,
            new RunFailure(RunFailure.Category.CORRUPTION, "they differ", differences)));
  }

  public void fail(RunId run, RunFailure.Category category) {
    journal.append(new RunEvent.RunFailed(epoch, now, run, new RunFailure(category, "no")));
  }

  /** The run ends well and leaves the lake as it is. */
  public void succeed(RunId run) {
    succeed(run, RunReport.nothing());
  }

  /** Likewise, and is said to have had Gold count records that had waited. */
  public void succeed(RunId run, GoldDelays delays) {
    succeed(run, RunReport.nothing(), Option.some(delays));
  }

  private void succeed(RunId run, RunReport report) {
    succeed(run, report, Option.none());
  }

  private void succeed(RunId run, RunReport report, Option<GoldDelays> delays) {
    journal.append(
        new RunEvent.RunSucceeded(
            epoch, now, run, RunOutcome.of(report, versions.latest()).withGoldDelays(delays)));
  }

  /** A run of Silver has read all of Bronze, and quarantined some of it. */
  public void silver(RunId run, long read, long quarantined) {
    long upTo = bronze.state().get().table().version();
    RunReport report =
        new RunReport(
            new Conservation(read, read - quarantined, quarantined, 0),
            quarantined == 0 ? TreeMap.empty() : TreeMap.of("text_blank", quarantined),
            TreeMap.empty(),
            0,
            TreeMap.empty());
    long quarantineVersion =
        quarantine.append(List.range(0, (int) quarantined).map(MetricsStage::quarantined).asJava());
    silverVersion++;
    sizes.add(TableId.SILVER_ORDERS, 2_000);
    publish(
        run,
        TreeMap.of(
            TableId.SILVER_ORDERS,
            new TableState(silverVersion, upTo),
            TableId.QUARANTINE,
            new TableState(quarantineVersion, upTo)),
        report);
  }

  /** A run of Gold has read all of Silver. */
  public void gold(RunId run) {
    goldVersion++;
    sizes.commit(GOLD, List.of(3_000L));
    publish(run, TreeMap.of(GOLD, new TableState(goldVersion, silverVersion)), RunReport.nothing());
  }

  private void publish(RunId run, SortedMap<TableId, TableState> tables, RunReport report) {
    LakeVersion base = versions.latest();
    LakeVersion next = base.next(run, epoch, now, tables, report);
    versions.publish(next).getOrElseThrow(why -> new IllegalStateException(why));
    succeed(run, report, new ReadByGold(versions, bronze).delays(base, next));
  }

  private static QuarantinedRecord quarantined(int number) {
    return new QuarantinedRecord(
        record(0, 0, number),
        java.util.List.of(new QuarantineReason("text_blank", "city", "the city is blank")),
        "1-a");
  }

  private static BronzeRecord record(long sequence, int partition, long offset) {
    return new BronzeRecord(
        new BronzeOrder(sequence, new SourcePosition("orders", partition, offset)),
        STAMPED,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(null, null, java.util.List.of()));
  }
}
