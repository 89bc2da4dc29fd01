package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.AddedFiles;
import io.orderlake.adapters.spark.delta.CommitNote;
import io.orderlake.adapters.spark.delta.Failures;
import io.orderlake.adapters.spark.delta.FilePart;
import io.orderlake.adapters.spark.delta.FileTasks;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableFiles;
import io.orderlake.adapters.spark.delta.UnreadCommits;
import io.orderlake.adapters.spark.delta.WrittenFile;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.gold.StagedRevenue;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.protocol.gold.FoldCountsJson;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/**
 * The Gold tables as Delta tables. New Silver rows are read once and folded into all tables; only
 * the files of touched partitions are read, added to and replaced.
 */
public final class SparkGoldTables implements GoldTables {
  private static final long RECORDS_PER_TASK = 100_000;

  private final SparkSession spark;
  private final LakeTable silver;
  private final ArrayList<GoldLayout> layouts = new ArrayList<>();
  private final List<LakeTable> tables = new ArrayList<>();

  /**
   * Opens the tables, creating those that are not there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param projections which tables there are
   */
  public SparkGoldTables(SparkSession spark, String lakeRoot, Seq<GoldProjection> projections) {
    this.spark = spark;
    this.silver = LakeTable.open(spark, lakeRoot, SilverLayout.LAYOUT);
    for (GoldProjection projection : projections) {
      GoldLayout layout = new GoldLayout(projection);
      layouts.add(layout);
      tables.add(LakeTable.open(spark, lakeRoot, layout.table()));
    }
  }

  @Override
  public VersionRange unread(long silverVersion, long maxRecords) {
    return UnreadCommits.of(
        silver, silverVersion, tables.stream().map(SparkGoldTables::position).toList(), maxRecords);
  }

  @Override
  public StagedRevenue stage(VersionRange range) {
    return Failures.during(
        "folding Silver versions " + (range.after() + 1) + " to " + range.upTo(),
        () -> fold(range));
  }

  @Override
  public StagedRevenue refold(long silverVersion) {
    return Failures.during(
        "folding Silver up to version " + silverVersion,
        () -> {
          FoldPlan plan = FoldPlan.refold(silverVersion, tables);
          return fold(plan, silver.history().addedAfter(plan.range().after(), silverVersion), true);
        });
  }

  StagedCells fold(VersionRange range) {
    List<AddedFiles> commits = silver.history().addedAfter(range.after(), range.upTo());
    boolean isReplacing = commits.stream().anyMatch(AddedFiles::replaces);
    return fold(FoldPlan.of(range, tables, isReplacing), commits, isReplacing);
  }

  private StagedCells fold(FoldPlan plan, List<AddedFiles> commits, boolean isReplacing) {
    long records = commits.stream().mapToLong(AddedFiles::records).sum();
    if (records == 0) {
      return StagedCells.empty(tables, plan, isReplacing ? all(plan) : nothing());
    }
    int tasks = spread().worth(records);
    JavaPairRDD<CellId, Revenue> gained =
        spread()
            .over(FilePart.of(AddedFiles.all(commits)), tasks)
            .mapPartitionsToPair(
                new FoldSales(silver.storedRows(SilverRows.SALE), layouts, plan.reading()))
            .reduceByKey(new ByGoldPartition(tasks), Revenue::plus);
    int count = tables.size();
    Changes changes =
        gained
            .mapPartitions(cells -> List.of(Changes.of(cells, count)).iterator())
            .reduce(Changes::plus)
            .reading(records);
    List<List<WrittenFile>> replaced = isReplacing ? all(plan) : touched(changes);
    JavaPairRDD<CellId, Revenue> cells =
        isReplacing ? gained : existing(replaced, tasks).union(gained);
    ArrayList<TableFiles> files = new ArrayList<>();
    tables.forEach(table -> files.add(table.files()));
    List<WriteCells.Written> written =
        cells
            .reduceByKey(new ByGoldPartition(tasks), Revenue::plus)
            .mapPartitions(new WriteCells(layouts, files))
            .collect();
    return new StagedCells(tables, plan, changes, written, replaced);
  }

  private List<List<WrittenFile>> nothing() {
    return tables.stream().<List<WrittenFile>>map(table -> List.of()).toList();
  }

  /** By table, all live files, if it is to read the range. */
  private List<List<WrittenFile>> all(FoldPlan plan) {
    List<List<WrittenFile>> all = new ArrayList<>();
    for (int table = 0; table < tables.size(); table++) {
      all.add(plan.reading().get(table) ? tables.get(table).live() : List.of());
    }
    return all;
  }

  /** By table, the live files of the partitions that gain something. */
  private List<List<WrittenFile>> touched(Changes changes) {
    List<List<WrittenFile>> touched = new ArrayList<>();
    for (int table = 0; table < tables.size(); table++) {
      Set<String> partitions = changes.partitions(table);
      touched.add(partitions.isEmpty() ? List.of() : tables.get(table).liveIn(partitions));
    }
    return touched;
  }

  private JavaPairRDD<CellId, Revenue> existing(List<List<WrittenFile>> touched, int tasks) {
    JavaPairRDD<CellId, Revenue> all =
        JavaPairRDD.fromJavaRDD(JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD());
    for (int table = 0; table < tables.size(); table++) {
      if (!touched.get(table).isEmpty()) {
        all = all.union(cells(table, touched.get(table), tasks));
      }
    }
    return all;
  }

  private JavaPairRDD<CellId, Revenue> cells(int table, List<WrittenFile> files, int tasks) {
    LakeTable stored = tables.get(table);
    return spread()
        .over(FilePart.of(files), tasks)
        .mapPartitionsToPair(new StoredCells(stored.storedRows(), layouts.get(table), table));
  }

  private FileTasks spread() {
    return new FileTasks(spark, RECORDS_PER_TASK);
  }

  @Override
  public SortedMap<TableId, TableState> states() {
    SortedMap<TableId, TableState> states = TreeMap.empty();
    for (LakeTable table : tables) {
      states = states.put(table.layout().id(), new TableState(table.version(), position(table)));
    }
    return states;
  }

  @Override
  public FoldCounts committedSince(SortedMap<TableId, TableState> published) {
    FoldCounts all = FoldCounts.ZERO;
    long read = 0;
    for (LakeTable table : tables) {
      long after = published.get(table.layout().id()).map(TableState::version).getOrElse(-1L);
      FoldCounts counts =
          table.history().notesAfter(after, table.version()).stream()
              .map(note -> counts(table, note))
              .reduce(FoldCounts.ZERO, FoldCounts::plus);
      read = Math.max(read, counts.read());
      all = all.plus(new FoldCounts(0, counts.events(), counts.cellsChanged()));
    }
    return new FoldCounts(read, all.events(), all.cellsChanged());
  }

  private static FoldCounts counts(LakeTable table, CommitNote note) {
    String name = StagedCells.name(table);
    return note.counts(
        table.layout().id(), FoldCounts.ZERO, text -> FoldCountsJson.read(text, name));
  }

  static long position(LakeTable table) {
    return table.position(SilverLayout.UPSTREAM_POSITION);
  }
}
