package io.orderlake.adapters.spark.gold;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.delta.history.AddedFiles;
import io.orderlake.adapters.spark.delta.history.UnreadCommits;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.silver.SaleColumns;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.domain.gold.CellSum;
import io.orderlake.domain.gold.Figures;
import io.orderlake.domain.gold.FoldCounts;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldTables;
import io.orderlake.domain.gold.PreparedRevenue;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
  private final List<GoldTable> tables = new ArrayList<>();

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
      tables.add(GoldTable.open(spark, lakeRoot, new GoldLayout(tables.size(), projection)));
    }
  }

  @Override
  public VersionRange unread(long silverVersion, long maxRecords) {
    look();
    return UnreadCommits.of(
        silver.history(),
        silverVersion,
        tables.stream().map(GoldTable::position).toList(),
        maxRecords);
  }

  private void look() {
    silver.look();
    tables.forEach(GoldTable::look);
  }

  @Override
  public PreparedRevenue prepare(VersionRange range) {
    return Failures.during(
        "folding Silver versions " + (range.after() + 1) + " to " + range.upTo(),
        () -> fold(range));
  }

  @Override
  public PreparedRevenue refold(long silverVersion) {
    return Failures.during(
        "folding Silver up to version " + silverVersion,
        () -> {
          look();
          FoldPlan plan = FoldPlan.refold(silverVersion, tables);
          return fold(plan, silver.history().addedAfter(plan.range().after(), silverVersion));
        });
  }

  PreparedCells fold(VersionRange range) {
    List<AddedFiles> commits = silver.history().addedAfter(range.after(), range.upTo());
    boolean isReplacing = commits.stream().anyMatch(AddedFiles::replaces);
    return fold(FoldPlan.of(range, tables, isReplacing), commits);
  }

  private PreparedCells fold(FoldPlan plan, List<AddedFiles> commits) {
    long records = commits.stream().mapToLong(AddedFiles::records).sum();
    if (records == 0) {
      return prepared(plan, 0, new Gains());
    }
    int tasks = spread().worth(records);
    SaleColumns added = new SaleColumns(SaleColumns.of(plan.measures()).isConverted(), false);
    ByGoldPartition byPartition = new ByGoldPartition(tasks);
    JavaPairRDD<CellId, Figures> gained =
        new SumCells(false)
            .of(
                spread()
                    .over(InputFile.of(AddedFiles.all(commits)), tasks)
                    .mapPartitionsToPair(
                        new FoldSales(silver.storedBatches(added.columns()), added, plan.layouts()))
                    .partitionBy(byPartition));
    Gains gains =
        gained.mapPartitions(cells -> List.of(Gains.of(cells)).iterator()).reduce(Gains::plus);
    CellsAnew anew = CellsAnew.among(gains.withdrawn(), countedAnew(gained, plan), plan.layouts());
    if (!gains.withdrawn().isEmpty()) {
      gains.gainToo(gainingToo(gained, gains.withdrawn()));
    }
    PreparedCells prepared = prepared(plan, records, gains);
    JavaPairRDD<CellId, Figures> summed =
        new SumCells(true).of(kept(prepared, tasks).partitionBy(byPartition).union(gained));
    List<WriteCells.Written> written =
        (anew.isEmpty() ? summed : madeAnew(summed, anew, plan.range().upTo(), tasks))
            .mapPartitions(new WriteCells(plan.cellFiles()))
            .collect();
    prepared.tables().forEach(table -> table.take(written));
    return prepared;
  }

  /** The cells that change of tables that count what is different. */
  private static List<CellId> countedAnew(JavaPairRDD<CellId, Figures> gained, FoldPlan plan) {
    Set<Integer> tables =
        plan.layouts().stream()
            .filter(layout -> layout.projection().measures().haveDistinct())
            .map(GoldLayout::number)
            .collect(Collectors.toSet());
    return tables.isEmpty()
        ? List.of()
        : gained
            .keys()
            .filter(cell -> tables.contains(cell.table()))
            .map(CellId::cell)
            .distinct()
            .collect();
  }

  /** How many cells gain something in which something is taken back as well, by table. */
  private static Map<Integer, Long> gainingToo(
      JavaPairRDD<CellId, Figures> gained, Set<CellId> withdrawn) {
    return gained
        .keys()
        .filter(cell -> !cell.isWithdrawn() && withdrawn.contains(cell))
        .map(CellId::table)
        .countByValue();
  }

  /** The cells, of which some stand as all of Silver up to a version makes them. */
  private JavaPairRDD<CellId, Figures> madeAnew(
      JavaPairRDD<CellId, Figures> cells, CellsAnew anew, long silverVersion, int tasks) {
    SaleColumns looked = SaleColumns.of(anew.measures());
    List<DataFile> files = silver.filesIn(anew.days(), silverVersion);
    JavaPairRDD<CellId, Figures> made =
        spread()
            .over(InputFile.of(files))
            .mapPartitionsToPair(new FoldAnew(silver.storedBatches(looked.columns()), looked, anew))
            .reduceByKey(new ByGoldPartition(tasks), CellSum::add)
            .mapValues(CellSum::figures);
    return cells
        .filter(cell -> !anew.cells().contains(cell._1()))
        .union(made)
        .partitionBy(new ByGoldPartition(tasks));
  }

  private static PreparedCells prepared(FoldPlan plan, long read, Gains gains) {
    return new PreparedCells(
        read,
        plan.parts().stream().map(part -> PreparedTable.of(plan, part, read, gains)).toList());
  }

  /** The cells that the tables have where something is added to them. */
  private JavaPairRDD<CellId, Figures> kept(PreparedCells prepared, int tasks) {
    JavaPairRDD<CellId, Figures> all =
        JavaPairRDD.fromJavaRDD(JavaSparkContext.fromSparkContext(spark.sparkContext()).emptyRDD());
    for (PreparedTable table : prepared.tables()) {
      List<DataFile> kept = table.kept();
      if (!kept.isEmpty()) {
        all =
            all.union(
                spread()
                    .over(InputFile.of(kept), tasks)
                    .mapPartitionsToPair(table.table().storedCells()));
      }
    }
    return all;
  }

  private FileTasks spread() {
    return new FileTasks(spark, RECORDS_PER_TASK);
  }

  @Override
  public SortedMap<TableId, TableState> states() {
    SortedMap<TableId, TableState> states = TreeMap.empty();
    for (GoldTable table : tables) {
      states = states.put(table.id(), table.state());
    }
    return states;
  }

  @Override
  public FoldCounts committedSince(SortedMap<TableId, TableState> published) {
    FoldCounts all = FoldCounts.ZERO;
    long read = 0;
    for (GoldTable table : tables) {
      FoldCounts counts = table.committedSince(published);
      read = Math.max(read, counts.read());
      all = all.plus(new FoldCounts(0, counts.events(), counts.cellsChanged()));
    }
    return new FoldCounts(read, all.events(), all.cellsChanged());
  }
}
