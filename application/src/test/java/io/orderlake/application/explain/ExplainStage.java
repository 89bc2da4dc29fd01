package io.orderlake.application.explain;

import io.orderlake.application.correct.ForecastPorts;
import io.orderlake.application.correct.ForeseeRebuild;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.AsOf;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.silver.RefineOrders;
import io.orderlake.application.silver.SilverWork;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryGoldView;
import io.orderlake.application.twin.InMemoryLake;
import io.orderlake.application.twin.InMemoryLakeLookup;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.application.twin.InMemoryQuarantineView;
import io.orderlake.application.twin.InMemoryScratch;
import io.orderlake.application.twin.InMemorySilverView;
import io.orderlake.application.twin.PlainOrderEventDecoder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldView;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/** A lake that the jobs fill step by step; all of its versions can be explained and looked at. */
public final class ExplainStage {
  private final InMemoryLake lake = new InMemoryLake();
  final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private final InMemoryBronzeView bronze = new InMemoryBronzeView();
  private final InMemorySilverView silver = new InMemorySilverView();
  private final InMemoryQuarantineView quarantine = new InMemoryQuarantineView();
  private final InMemoryGoldView gold = new InMemoryGoldView();
  private final Set<Object> copied = new HashSet<>();
  private HashMap<TableId, Long> nextVersions = HashMap.empty();
  private RuleSettings rules = RuleSettings.DEFAULTS;
  private ZoneId zone = GoldFixture.ZONE;

  /** What a test does to rows on their way into what is explained. */
  UnaryOperator<List<RefinedOrder>> damage = UnaryOperator.identity();

  UnaryOperator<List<GoldCell>> goldDamage = UnaryOperator.identity();

  /** Stores the records in one commit of Bronze, which nothing has read yet. */
  public ExplainStage stored(Sent... records) {
    lake.store(List.of(records));
    List<BronzeRecord> added = added(lake.bronze(), BronzeRecord::source);
    bronze.append(added.get(0).order().ingestSequence(), added);
    return this;
  }

  /** Stores the records and runs both jobs. */
  public ExplainStage filled(Sent... records) {
    return stored(records).refined().folded();
  }

  public ExplainStage refined() {
    run(new RefineOrders(new SilverWork(lake.silver(), refiner(), 7), publish()));
    List<RefinedOrder> rows =
        damage.apply(added(lake.silverRows(), row -> row.provenance().order()));
    List<QuarantinedRecord> set = added(lake.quarantineRows(), q -> q.record().source());
    pad(TableId.SILVER_ORDERS, () -> silver.append(List.of()));
    silver.append(rows);
    pad(TableId.QUARANTINE, () -> quarantine.append(List.of()));
    quarantine.append(set);
    return this;
  }

  public ExplainStage folded() {
    run(new PublishRevenue(new GoldWork(lake.gold(), 7), publish()));
    for (GoldProjection projection : lake.projections()) {
      List<GoldCell> cells = new ArrayList<>();
      lake.cells(projection).forEach((key, revenue) -> cells.add(new GoldCell(key, revenue)));
      Set<String> all = new HashSet<>();
      cells.forEach(cell -> all.add(cell.key().partition()));
      TableId table = TableId.gold(projection.table());
      pad(table, () -> gold.commit(projection, Set.of(), List.of()));
      gold.commit(projection, all, goldDamage.apply(cells));
    }
    return this;
  }

  /** Has empty commits made until the next one is the table's published version. */
  private void pad(TableId table, LongSupplier emptyCommit) {
    long published = versions.latest().table(table).map(TableState::version).get();
    for (long next = nextVersions.getOrElse(table, 0L); next < published; next++) {
      long ignored = emptyCommit.getAsLong();
    }
    nextVersions = nextVersions.put(table, published + 1);
  }

  private <R> List<R> added(List<R> rows, Function<R, Object> key) {
    return rows.stream()
        .filter(row -> copied.add(List.of(row.getClass(), key.apply(row))))
        .toList();
  }

  public ExplainStage under(RuleSettings changed) {
    rules = changed;
    return this;
  }

  public ExplainStage reportingIn(ZoneId changed) {
    zone = changed;
    return this;
  }

  private void run(LakehouseJob job) {
    RunId id = new RunId(job.name() + "-" + (versions.latest().number() + 1));
    job.run(new RunContext(id, 1, HashMap.empty())).get();
  }

  private PublishLake publish() {
    return new PublishLake(versions, Clock.fixed(Sent.NOON, ZoneOffset.UTC));
  }

  public RecordRefiner refiner() {
    return new RecordRefiner(new PlainOrderEventDecoder(), RuleSet.of(rules));
  }

  /** What the tables hold. */
  public LakeLookup lookup() {
    return new InMemoryLakeLookup(bronze, silver, quarantine, gold);
  }

  public LakeVersions versions() {
    return versions;
  }

  public GoldView gold() {
    return gold;
  }

  public QuarantineView quarantine() {
    return quarantine;
  }

  /** What a rebuild by the rules of now would come to. */
  public ForeseeRebuild rebuild() {
    return new ForeseeRebuild(
        new ForecastPorts(bronze, silver, quarantine, new InMemoryScratch()), refiner());
  }

  private ExplainPorts ports() {
    return new ExplainPorts(versions, bronze, lookup());
  }

  public ExplainCell cells() {
    return new ExplainCell(ports(), refiner(), Vector.ofAll(GoldFixture.tables(zone)), zone);
  }

  public ExplainRecord records() {
    return new ExplainRecord(ports(), refiner());
  }

  /** The one record at that address of the topic, as of now. */
  ExplainedRecord record(int partition, long offset) {
    SourcePosition source = new SourcePosition(InMemoryLake.TOPIC, partition, offset);
    return records().record(new LinePosition(source), AsOf.NEWEST).get().records().single();
  }
}
