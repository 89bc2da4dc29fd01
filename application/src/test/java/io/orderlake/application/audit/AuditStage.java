package io.orderlake.application.audit;

import io.orderlake.application.audit.scan.AuditPorts;
import io.orderlake.application.audit.scan.AuditProgress;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.application.gold.GoldWork;
import io.orderlake.application.gold.PublishRevenue;
import io.orderlake.application.lake.PublishLake;
import io.orderlake.application.refund.FindOverRefunds;
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
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.order.RuleSettings;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.vavr.collection.HashMap;
import io.vavr.collection.Vector;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A lake that the jobs have filled, and whose content a test can then change behind their backs.
 */
final class AuditStage {
  private final InMemoryLake lake = new InMemoryLake();
  private final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  private RuleSettings rules = RuleSettings.DEFAULTS;
  private final List<OffsetGap> acceptedGaps = new ArrayList<>();
  final List<BronzeRecord> bronze = new ArrayList<>();
  final List<RefinedOrder> silver = new ArrayList<>();
  final List<QuarantinedRecord> quarantine = new ArrayList<>();
  final Map<GoldProjection, List<GoldCell>> gold = new LinkedHashMap<>();

  /** Stores the records and runs both jobs. */
  AuditStage filled(Sent... records) {
    return stored(List.of(records)).refined().folded();
  }

  /** Offsets of partition 0 that no record will have. */
  AuditStage losing(long offsets) {
    lake.skip(0, offsets);
    return this;
  }

  /** Somebody has said to go on without these. */
  AuditStage accepting(OffsetGap gap) {
    acceptedGaps.add(gap);
    return this;
  }

  AuditStage stored(List<Sent> records) {
    lake.store(records);
    return this;
  }

  AuditStage refined() {
    run(new RefineOrders(new SilverWork(lake.silver(), refiner(), 7), publish()));
    return this;
  }

  AuditStage folded() {
    run(new PublishRevenue(new GoldWork(lake.gold(), 7), publish()));
    return this;
  }

  AuditStage under(RuleSettings changed) {
    rules = changed;
    return this;
  }

  private void run(LakehouseJob job) {
    RunId id = new RunId(job.name() + "-" + versions.latest().number());
    job.run(new RunContext(id, 1, HashMap.empty())).get();
    replace(bronze, lake.bronze());
    replace(silver, lake.silverRows());
    replace(quarantine, lake.quarantineRows());
    gold.clear();
    for (GoldProjection projection : lake.projections()) {
      List<GoldCell> cells = new ArrayList<>();
      lake.cells(projection).forEach((key, revenue) -> cells.add(new GoldCell(key, revenue)));
      gold.put(projection, cells);
    }
  }

  private static <T> void replace(List<T> content, List<T> by) {
    content.clear();
    content.addAll(by);
  }

  private PublishLake publish() {
    return new PublishLake(versions, Clock.systemUTC());
  }

  private RecordRefiner refiner() {
    return new RecordRefiner(new PlainOrderEventDecoder(), RuleSet.of(rules));
  }

  LakeVersion published() {
    return versions.latest();
  }

  GoldProjection projection(String table) {
    return gold.keySet().stream().filter(p -> p.table().equals(table)).findAny().orElseThrow();
  }

  /** Gives the cells of that city or product another sum. */
  void changeCell(String table, String text, Figures sum) {
    gold.get(projection(table))
        .replaceAll(
            cell -> cell.key().texts().contains(text) ? new GoldCell(cell.key(), sum) : cell);
  }

  AuditVerdict audit() {
    return audit(AuditScope.EVERYTHING);
  }

  AuditVerdict audit(AuditScope scope) {
    return useCase().audit(scope, AuditProgress.UNHEARD);
  }

  AuditLake useCase() {
    return new AuditLake(
        new AuditPorts(versions, records(), rows(), quarantined(), cells(), new InMemoryScratch()),
        refiner(),
        Vector.ofAll(lake.projections()),
        GoldFixture.ZONE,
        3);
  }

  FindOverRefunds overRefunds() {
    return new FindOverRefunds(
        versions, new InMemoryLakeLookup(records(), rows(), quarantined(), cells()));
  }

  private long version(TableId table) {
    return published().table(table).map(TableState::version).getOrElse(-1L);
  }

  private InMemoryBronzeView records() {
    InMemoryBronzeView records = new InMemoryBronzeView();
    acceptedGaps.forEach(records::accept);
    for (long sequence = 0; sequence <= version(TableId.BRONZE_ORDERS); sequence++) {
      long commit = sequence;
      records.append(
          commit, bronze.stream().filter(r -> r.order().ingestSequence() == commit).toList());
    }
    return records;
  }

  private InMemorySilverView rows() {
    InMemorySilverView view = new InMemorySilverView();
    for (long v = 0; v < version(TableId.SILVER_ORDERS); v++) {
      view.append(List.of());
    }
    view.append(silver);
    return view;
  }

  private InMemoryQuarantineView quarantined() {
    InMemoryQuarantineView view = new InMemoryQuarantineView();
    for (long v = 0; v < version(TableId.QUARANTINE); v++) {
      view.append(List.of());
    }
    view.append(quarantine);
    return view;
  }

  private InMemoryGoldView cells() {
    InMemoryGoldView view = new InMemoryGoldView();
    gold.forEach(
        (projection, cells) -> {
          for (long v = 0; v < version(TableId.gold(projection.table())); v++) {
            view.commit(projection, Set.of(), List.of());
          }
          view.commit(projection, Set.of(), cells);
        });
    return view;
  }
}
