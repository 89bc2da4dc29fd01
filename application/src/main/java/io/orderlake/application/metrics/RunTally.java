package io.orderlake.application.metrics;

import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.MetricFamily;
import io.orderlake.domain.metric.Sample;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunEvent;
import io.orderlake.domain.run.RunRequest;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fold of the runs' events; holds the runs that have not ended, and sums. Each case gives it.
 */
final class RunTally implements RunEvent.Cases<RunTally> {
  private static final String SUCCEEDED = "succeeded";
  private static final String FAILED = "failed";
  private static final String REJECTED = "rejected";

  private static final String GOLD_DELAYS = "gold-delays";
  private static final String LAST_SUCCESS = "last-success";
  private static final String LAST_FAILURE = "last-failure";
  private static final String LAST_FAILURE_SO = "last-failure-so";
  private static final String OPEN = "open";
  private static final String REFUSED = "refused";

  /** Stands for no time; nothing began then. */
  private static final Instant NEVER = Instant.MIN;

  private final Counts runs =
      new Counts(RunFamilies.RUNS, Labels.JOBS, List.of(SUCCEEDED, FAILED, REJECTED));
  private final Counts failures = new Counts(RunFamilies.FAILURES, Labels.JOBS, Labels.CATEGORIES);
  private final Counts abandoned = new Counts(RunFamilies.ABANDONED, Labels.JOBS);
  private final Counts records = new Counts(RunFamilies.RECORDS, Labels.JOBS);
  private final Counts lines = new Counts(RunFamilies.LINES, Labels.JOBS, Labels.OUTCOMES);
  private final Counts quarantined = new Counts(RunFamilies.QUARANTINED, Labels.REASONS);
  private final Counts warned = new Counts(RunFamilies.WARNED, Labels.WARNINGS);
  private final Durations durations = new Durations(RunFamilies.DURATION, Labels.JOBS);
  private final Map<String, Instant> lastSuccess = times();
  private final Map<String, Instant> lastFailure = times();
  private final Buckets goldDelays = new Buckets(RunFamilies.EVENT_TO_GOLD);
  private final AuditTally audit;
  private final Map<List<String>, Instant> lastFailureSo = new LinkedHashMap<>();
  private final NewReasons newReasons = new NewReasons();
  private final Map<RunId, Open> open = new HashMap<>();
  private long rejected;
  private Instant lastRejected = Instant.EPOCH;

  /**
   * A run that has not ended.
   *
   * @param job one of the label's values
   * @param params it was asked with some
   * @param startedAt when its job was last begun; null for not yet
   */
  private record Open(String job, boolean params, @Nullable Instant startedAt) {
    static final Open UNKNOWN = new Open(Counts.OTHER, false, null);

    boolean is(JobName name) {
      return job.equals(name.word());
    }
  }

  /**
   * Nothing yet.
   *
   * @param tables every table of the lake
   */
  RunTally(Seq<String> tables) {
    this.audit = new AuditTally(tables);
    Labels.JOBS.forEach(
        job ->
            Labels.CATEGORIES.forEach(
                category -> lastFailureSo.put(List.of(job, category), Instant.EPOCH)));
  }

  private static Map<String, Instant> times() {
    Map<String, Instant> never = new LinkedHashMap<>();
    Labels.JOBS.forEach(job -> never.put(job, Instant.EPOCH));
    return never;
  }

  @Override
  public RunTally requested(RunEvent.RunRequested event) {
    RunRequest request = event.request();
    open.put(event.runId(), new Open(Labels.job(request.job()), request.params().nonEmpty(), null));
    return this;
  }

  @Override
  public RunTally claimed(RunEvent.RunClaimed event) {
    return this;
  }

  @Override
  public RunTally started(RunEvent.RunStarted event) {
    open.computeIfPresent(
        event.runId(), (id, run) -> new Open(run.job(), run.params(), event.at()));
    return this;
  }

  @Override
  public RunTally abandoned(RunEvent.RunAbandoned event) {
    abandoned.add(1, open.getOrDefault(event.runId(), Open.UNKNOWN).job());
    return this;
  }

  @Override
  public RunTally succeeded(RunEvent.RunSucceeded event) {
    Open run = ended(event, SUCCEEDED);
    lastSuccess.put(run.job(), event.at());
    RunReport report = event.outcome().report();
    Conservation sums = report.conservation();
    records.add(sums.read(), run.job());
    lines.add(sums.lines(), run.job(), Labels.READ);
    lines.add(sums.refined(), run.job(), Labels.REFINED);
    lines.add(sums.quarantined(), run.job(), Labels.QUARANTINED);
    lines.add(sums.duplicates(), run.job(), Labels.DUPLICATE);
    event.outcome().goldDelays().forEach(this::counted);
    if (run.is(JobName.SILVER)) {
      report.quarantinedByReason().forEach((reason, count) -> quarantined.add(count, reason));
      newReasons.quarantined(report.quarantinedByReason().keySet(), event.at());
      report.warnings().forEach((reason, count) -> warned.add(count, reason));
    }
    if (run.is(JobName.AUDIT)) {
      audit.succeeded(event, !run.params());
    }
    return this;
  }

  /** Under bounds of another program's records count as if they had waited that long. */
  private void counted(GoldDelays delays) {
    delays.upTo().forEach((bound, records) -> goldDelays.count(records, bound / 1000.0));
    goldDelays.count(delays.longer(), Double.POSITIVE_INFINITY);
    goldDelays.sum(delays.millis() / 1000.0);
  }

  @Override
  public RunTally failed(RunEvent.RunFailed event) {
    Open run = ended(event, FAILED);
    lastFailure.put(run.job(), event.at());
    String category = Labels.word(event.failure().category());
    failures.add(1, run.job(), category);
    lastFailureSo.put(List.of(run.job(), category), event.at());
    if (run.is(JobName.AUDIT)) {
      audit.failed(event);
    }
    return this;
  }

  @Override
  public RunTally rejected(RunEvent.RunRejected event) {
    open.putIfAbsent(event.runId(), new Open(Labels.job(event.job()), false, null));
    ended(event, REJECTED);
    rejectedFile(event.at());
    return this;
  }

  /** Something among the requests was none. */
  void rejectedFile(Instant at) {
    rejected++;
    lastRejected = at;
  }

  private Open ended(RunEvent event, String state) {
    Open known = open.remove(event.runId());
    Open run = known == null ? Open.UNKNOWN : known;
    runs.add(1, run.job(), state);
    Instant started = run.startedAt();
    if (started != null) {
      durations.add(run.job(), Duration.between(started, event.at()));
    }
    return run;
  }

  private List<Counts> counts() {
    return List.of(runs, failures, abandoned, records, lines, quarantined, warned);
  }

  /** Everything that it has come to. */
  void write(FoldLines out) {
    counts().forEach(each -> each.write(out));
    durations.write(out);
    out.add(goldDelays.state().prepend(GOLD_DELAYS).toJavaArray());
    lastSuccess.forEach((job, time) -> out.add(LAST_SUCCESS, job, time));
    lastFailure.forEach((job, time) -> out.add(LAST_FAILURE, job, time));
    lastFailureSo.forEach((so, time) -> out.add(LAST_FAILURE_SO, so.get(0), so.get(1), time));
    newReasons.write(out);
    audit.write(out);
    open.forEach(
        (id, run) ->
            out.add(
                OPEN, id, run.job(), run.params(), Option.of(run.startedAt()).getOrElse(NEVER)));
    out.add(REFUSED, rejected, lastRejected);
  }

  /**
   * Takes in what such a line says.
   *
   * @throws RuntimeException when it says nothing of that kind
   */
  void read(List<String> line) {
    switch (line.head()) {
      case GOLD_DELAYS -> goldDelays.restore(line.tail());
      case LAST_SUCCESS -> lastSuccess.put(line.get(1), Instant.parse(line.get(2)));
      case LAST_FAILURE -> lastFailure.put(line.get(1), Instant.parse(line.get(2)));
      case LAST_FAILURE_SO ->
          lastFailureSo.put(List.of(line.get(1), line.get(2)), Instant.parse(line.get(3)));
      case REFUSED -> {
        rejected = Long.parseLong(line.get(1));
        lastRejected = Instant.parse(line.get(2));
      }
      case OPEN -> {
        Instant started = Instant.parse(line.get(4));
        open.put(
            new RunId(line.get(1)),
            new Open(
                line.get(2),
                Boolean.parseBoolean(line.get(3)),
                started.equals(NEVER) ? null : started));
      }
      default -> {
        if (!counts().exists(each -> each.read(line))
            && !durations.read(line)
            && !newReasons.read(line)
            && !audit.read(line)) {
          throw new IllegalArgumentException("not of a fold: " + line);
        }
      }
    }
  }

  Seq<Metric> metrics() {
    return List.of(
            runs.metric(),
            failures.metric(),
            abandoned.metric(),
            durations.metric(),
            new Metric(RunFamilies.EVENT_TO_GOLD, List.of(goldDelays.sample(List.empty()))),
            records.metric(),
            lines.metric(),
            quarantined.metric(),
            warned.metric(),
            told(RunFamilies.LAST_SUCCESS, lastSuccess),
            told(RunFamilies.LAST_FAILURE, lastFailure),
            new Metric(
                RunFamilies.LAST_FAILURE_SO,
                Vector.ofAll(lastFailureSo.entrySet())
                    .map(time -> new Sample.Value(time.getKey(), Labels.seconds(time.getValue())))),
            newReasons.metric(),
            Metric.of(RunFamilies.REJECTED, rejected),
            Metric.of(RunFamilies.LAST_REJECTED, Labels.seconds(lastRejected)))
        .appendAll(audit.metrics());
  }

  private static Metric told(MetricFamily family, Map<String, Instant> times) {
    return new Metric(
        family,
        Vector.ofAll(times.entrySet())
            .map(time -> Sample.of(Labels.seconds(time.getValue()), time.getKey())));
  }
}
