package io.orderlake.application.twin;

import io.orderlake.application.contract.LakeLab;
import io.orderlake.application.contract.Rebuilding;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.lake.DataFile;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableVacuum;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.QuarantineRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverRebuilds;
import io.orderlake.domain.silver.SilverTable;
import io.vavr.control.Option;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The lake in collections: the oracle that the real one is compared with. */
public final class InMemoryLake implements LakeLab {
  public static final String TOPIC = "orders";

  private static final String INGEST_DATE = "2026-11-23";

  final InMemoryTable<BronzeRecord, String> bronze;
  final InMemoryTable<RefinedOrder, RefinementCounts> silver =
      new InMemoryTable<>(InMemoryLake::eventDate, RefinementCounts.ZERO);
  final InMemoryTable<QuarantineRow, String> quarantine = new InMemoryTable<>(r -> INGEST_DATE, "");
  final Map<GoldProjection, InMemoryTable<Map.Entry<GoldKey, Figures>, FoldCounts>> gold =
      new LinkedHashMap<>();
  final Set<OffsetGap> acceptedGaps = new TreeSet<>();
  Option<String> topicId = Option.none();
  private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();
  private @Nullable InMemoryRebuild rebuild;
  private @Nullable Runnable decided;

  public InMemoryLake() {
    this(new InMemoryTable<>(r -> INGEST_DATE, ""));
  }

  /** Projections of their own over the Bronze of another lake. */
  InMemoryLake(InMemoryTable<BronzeRecord, String> bronze) {
    this.bronze = bronze;
    GoldFixture.tables(GoldFixture.ZONE).forEach(p -> gold.put(p, goldTable()));
  }

  private static InMemoryTable<Map.Entry<GoldKey, Figures>, FoldCounts> goldTable() {
    return new InMemoryTable<>(cell -> cell.getKey().partition(), FoldCounts.ZERO);
  }

  private static String eventDate(RefinedOrder order) {
    return LocalDate.ofInstant(order.eventTime(), ZoneOffset.UTC).toString();
  }

  /** What is built anew under these rules, as far as it is. */
  InMemoryRebuild rebuild(String ruleSet) {
    if (rebuild == null || !rebuild.ruleSet().equals(ruleSet)) {
      rebuild = new InMemoryRebuild(this, ruleSet);
    }
    return rebuild;
  }

  /** What was built anew has been used up. */
  void forgetRebuild() {
    rebuild = null;
  }

  /** The quarantine's part is committed; this is Silver's. */
  void decide(Runnable silversPart) {
    decided = silversPart;
  }

  /** Brings to an end what was decided. */
  void finish() {
    if (decided != null) {
      decided.run();
      decided = null;
    }
  }

  /** Any table. */
  InMemoryTable<?, ?> table(TableId id) {
    if (id.equals(TableId.BRONZE_ORDERS)) {
      return bronze;
    }
    if (id.equals(TableId.SILVER_ORDERS)) {
      return silver;
    }
    if (id.equals(TableId.QUARANTINE)) {
      return quarantine;
    }
    return gold.entrySet().stream()
        .filter(entry -> TableId.gold(entry.getKey().table()).equals(id))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not a table of this lake: " + id));
  }

  @Override
  public void store(List<Sent> records) {
    List<BronzeRecord> stored = new ArrayList<>();
    long sequence = bronze.position() + 1;
    for (Sent sent : records) {
      TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
      long offset = nextOffsets.merge(partition, 1L, Long::sum) - 1;
      stored.add(
          new BronzeRecord(
              new BronzeOrder(sequence, new SourcePosition(sent.topic(), sent.partition(), offset)),
              sent.timestamp(),
              TimestampType.CREATE_TIME,
              sent.content()));
    }
    bronze.append(stored, "", sequence);
  }

  /** Leaves offsets of a partition out. */
  public void skip(int partition, long offsets) {
    nextOffsets.merge(new TopicPartition(TOPIC, partition), offsets, Long::sum);
  }

  @Override
  public List<BronzeRecord> bronze() {
    return bronze.rows().stream().sorted(Comparator.comparing(BronzeRecord::order)).toList();
  }

  @Override
  public SilverTable silver() {
    return table();
  }

  @Override
  public SilverRebuilds rebuilds() {
    return new InMemoryRebuilds(this);
  }

  @Override
  public QuarantineRedrive redrive() {
    return new InMemoryRedrive(this);
  }

  private InMemorySilver table() {
    return new InMemorySilver(this, new BronzeReading.ByVersion(bronze));
  }

  @Override
  public GoldTables gold(List<GoldProjection> projections) {
    return new InMemoryGold(this, projections);
  }

  @Override
  public TableCompaction compaction() {
    return new InMemoryTableCompaction(this);
  }

  @Override
  public TableVacuum vacuum() {
    return new InMemoryTableVacuum(this);
  }

  @Override
  public void leaveBehind(TableId table) {
    table(table).leaveBehind();
  }

  @Override
  public long filesStored(TableId table) {
    return table(table).filesStored();
  }

  @Override
  public List<DataFile> files(TableId table) {
    return table(table).files();
  }

  @Override
  public List<GoldProjection> projections() {
    return List.copyOf(gold.keySet());
  }

  @Override
  public List<RefinedOrder> silverRows() {
    return silver.rows();
  }

  @Override
  public List<QuarantinedRecord> quarantineRows() {
    return QuarantineRow.held(quarantine.rows());
  }

  @Override
  public List<ReleasedRecord> releasedRows() {
    return QuarantineRow.released(quarantine.rows());
  }

  @Override
  public Map<GoldKey, Figures> cells(GoldProjection projection) {
    Map<GoldKey, Figures> cells = new HashMap<>();
    gold.get(projection)
        .rows()
        .forEach(gain -> cells.merge(gain.getKey(), gain.getValue(), Figures::plus));
    return cells;
  }

  @Override
  public void crashBetweenSilverCommits(VersionRange range, RecordRefiner refiner) {
    table().refine(range, refiner).commitQuarantine();
  }

  @Override
  public void crashBetweenReplacements(RecordRefiner refiner) {
    finish();
    InMemoryRebuild built = rebuild(refiner.rules().version());
    Rebuilding.read(built.anew(), refiner);
    built.decide();
  }

  @Override
  public void crashBetweenReleases(RecordRefiner refiner) {
    finish();
    new InMemoryPreparedRedrive(this, Option.none(), refiner).decide();
  }

  @Override
  public void crashBetweenGoldCommits(VersionRange range) {
    new InMemoryGold(this, projections()).fold(range).commitTable(0);
  }
}
