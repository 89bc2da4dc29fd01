package io.orderlake.application.contract;

import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.compact.CompactTables;
import io.orderlake.application.compact.CompactionListener;
import io.orderlake.application.correct.Correction;
import io.orderlake.application.correct.ForeseeRebuild;
import io.orderlake.application.correct.RebuildForecast;
import io.orderlake.application.correct.RebuildLake;
import io.orderlake.application.correct.RedriveQuarantine;
import io.orderlake.application.correct.RowLoss;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.lake.TableReaders;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.vacuum.VacuumListener;
import io.orderlake.application.vacuum.VacuumTables;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.Vacuumed;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.source.Sources;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;

/** The jobs on one lake under test, each opened anew for each run. */
public final class Pipeline implements CompactionListener, VacuumListener {
  private static final long UNBOUNDED = 1_000_000;

  private final LakeLab lab;
  private final LakeVersions versions = new InMemoryLakeVersions();
  private RecordRefiner refiner;
  private Schemas schemas = Schemas.none();
  private final long maxRecords;
  private final ArrayList<String> notes = new ArrayList<>();
  private int runs;

  /**
   * Jobs that have not run yet.
   *
   * @param maxRecords bounds a range of Silver and of Gold
   */
  public Pipeline(LakeLab lab, OrderEventDecoder decoder, long maxRecords) {
    this(lab, new RecordRefiner(decoder, RuleSet.of(RuleSettings.DEFAULTS)), maxRecords);
  }

  public Pipeline(LakeLab lab, RecordRefiner refiner, long maxRecords) {
    this.lab = lab;
    this.refiner = refiner;
    this.maxRecords = maxRecords;
  }

  /** From now on these rules are in force. */
  public void judgeBy(RuleSettings rules) {
    refiner = refiner.under(RuleSet.of(rules));
  }

  /** From now on these topics are read so. */
  void mapBy(Sources sources) {
    refiner = refiner.under(RuleSet.of(refiner.rules().settings(), sources));
  }

  /** From now on a redrive asks these again. */
  void askAgain(Schemas others) {
    schemas = others;
  }

  /** What an audit of the published lake finds; all commits must be published. */
  AuditVerdict audit() {
    return new LabViews(lab).audit(versions, refiner);
  }

  /** From now on this refiner judges. */
  void judgeBy(RecordRefiner other) {
    refiner = other;
  }

  LakeLab lab() {
    return lab;
  }

  public RecordRefiner refiner() {
    return refiner;
  }

  public RunOutcome silver() {
    return run(new RefineOrders(silverWork(), publish()));
  }

  public RunOutcome gold() {
    return run(new PublishRevenue(goldWork(), publish()));
  }

  /** Builds these projections anew, whatever is lost by it. */
  public RunOutcome rebuild(String projection) {
    return rebuild(HashMap.of(RebuildLake.PROJECTION, projection, RowLoss.PARAMETER, "true")).get();
  }

  public Either<RunFailure, RunOutcome> rebuild(Map<String, String> params) {
    return run(rebuild(), params);
  }

  /** Judges the quarantine again, whatever is lost by it. */
  public RunOutcome redrive() {
    return redrive(HashMap.of(RowLoss.PARAMETER, "true")).get();
  }

  /** What a rebuild would come to; all commits must be published. */
  public RebuildForecast foresee() {
    return foreseeing().of(lake());
  }

  private ForeseeRebuild foreseeing() {
    return new ForeseeRebuild(new LabViews(lab).ports(), refiner);
  }

  public Either<RunFailure, RunOutcome> redrive(Map<String, String> params) {
    return run(new RedriveQuarantine(lab.redrive(), correction(), rebuild(), schemas), params);
  }

  private RebuildLake rebuild() {
    return new RebuildLake(lab.rebuilds(), correction(), foreseeing());
  }

  private Correction correction() {
    return new Correction(silverWork(), goldWork(), publish());
  }

  private SilverWork silverWork() {
    return new SilverWork(lab.silver(), refiner, maxRecords);
  }

  private GoldWork goldWork() {
    return new GoldWork(lab.gold(), maxRecords);
  }

  public RunOutcome compact() {
    return compact(HashMap.empty()).get();
  }

  public Either<RunFailure, RunOutcome> compact(Map<String, String> params) {
    return run(new CompactTables(lab.compaction(), publish(), readers(), this), params);
  }

  /** With a retention of nothing: only the newest lake version has to stay. */
  public RunOutcome vacuum() {
    Clock later = Clock.fixed(Sent.NOON.plus(Duration.ofDays(10_000)), ZoneOffset.UTC);
    VacuumTables.Terms terms = new VacuumTables.Terms(Duration.ZERO, Duration.ZERO);
    return run(new VacuumTables(lab.vacuum(), versions, readers(), terms, later, this));
  }

  /** A run of Silver, if there is something to read, that dies between its two commits. */
  void dieBetweenSilverCommits() {
    VersionRange range = lab.silver().unread(UNBOUNDED);
    if (!range.isEmpty()) {
      lab.crashBetweenSilverCommits(range, refiner);
    }
  }

  /** A rebuild that dies between its two replacements. */
  void dieBetweenReplacements() {
    if (!lake().isEmpty()) {
      lab.crashBetweenReplacements(refiner);
    }
  }

  /** Releases, if there are any, that die between their two commits. */
  void dieBetweenReleases() {
    if (!lake().isEmpty()) {
      lab.crashBetweenReleases(refiner);
    }
  }

  /** The same of Gold. */
  void dieBetweenGoldCommits() {
    lake()
        .table(TableId.SILVER_ORDERS)
        .map(silver -> lab.gold().unread(silver.version(), UNBOUNDED))
        .filter(range -> !range.isEmpty())
        .forEach(lab::crashBetweenGoldCommits);
  }

  private TableReaders readers() {
    return new TableReaders(List.ofAll(lab.projections()).map(p -> TableId.gold(p.table())));
  }

  @Override
  public void keepingSince(LakeVersion oldest) {
    notes.add("keeping since lake version " + oldest.number());
  }

  @Override
  public void vacuumed(TableId table, Vacuumed sum, boolean dryRun) {
    notes.add(table + ": " + sum.files() + " gone");
  }

  /** The published lake. */
  public LakeVersion lake() {
    return versions.latest();
  }

  public LakeVersions versions() {
    return versions;
  }

  /** What maintenance has told. */
  public java.util.List<String> notes() {
    return notes;
  }

  @Override
  public void compacted(TableId table, Compacted sum) {
    notes.add(table + ": " + sum.filesBefore() + " to " + sum.filesAfter());
  }

  @Override
  public void postponed(TableId table) {
    notes.add(table + ": later");
  }

  private PublishLake publish() {
    return new PublishLake(versions, Clock.fixed(Sent.NOON, ZoneOffset.UTC));
  }

  private RunOutcome run(LakehouseJob job) {
    return run(job, HashMap.empty()).get();
  }

  private Either<RunFailure, RunOutcome> run(LakehouseJob job, Map<String, String> params) {
    return job.run(new RunContext(new RunId(job.name() + "-" + ++runs), 1, params));
  }
}
