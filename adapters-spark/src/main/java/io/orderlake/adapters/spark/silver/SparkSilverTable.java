package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.Failures;
import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.AddedFiles;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.UnreadCommits;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverTable;
import io.orderlake.domain.silver.StagedRefinement;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.jspecify.annotations.Nullable;

/**
 * Silver and Quarantine as Delta tables. A range is judged in one Spark job; the judged rows are
 * shuffled by event id, and the tasks that decide on duplicates write both tables' files.
 */
public final class SparkSilverTable implements SilverTable {
  /** Below this a further task costs more than it saves. */
  private static final long RECORDS_PER_TASK = 50_000;

  private final SparkSession spark;
  private final LakeTable bronze;
  private final LakeTable silver;
  private final LakeTable quarantine;
  private final EventHistory history;

  /**
   * Opens the tables, creating those that are not there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   */
  public SparkSilverTable(SparkSession spark, String lakeRoot) {
    this.spark = spark;
    this.bronze = LakeTable.open(spark, lakeRoot, BronzeLayout.LAYOUT);
    this.silver = LakeTable.open(spark, lakeRoot, SilverLayout.LAYOUT);
    this.quarantine = LakeTable.open(spark, lakeRoot, QuarantineLayout.LAYOUT);
    this.history = new EventHistory(silver);
  }

  @Override
  public VersionRange unread(long maxRecords) {
    return UnreadCommits.of(
        bronze,
        bronze.version(),
        List.of(
            silver.position(SilverLayout.UPSTREAM_POSITION),
            quarantine.position(SilverLayout.UPSTREAM_POSITION)),
        maxRecords);
  }

  @Override
  public StagedRefinement stage(VersionRange range, RecordRefiner refiner) {
    return Failures.during(
        "refining Bronze versions " + (range.after() + 1) + " to " + range.upTo(),
        () -> refine(range, refiner));
  }

  StagedFiles refine(VersionRange range, RecordRefiner refiner) {
    List<AddedFiles> commits = bronze.addedAfter(range.after(), range.upTo());
    long records = commits.stream().mapToLong(AddedFiles::records).sum();
    if (records == 0) {
      return new StagedFiles(silver, quarantine, range, RefinementCounts.ZERO, List.of());
    }
    JavaRDD<InternalRow> staged = judged(commits, records, refiner);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    var held = context.broadcast(history.hashesOf(staged, records));
    try {
      List<RefinedPart> parts =
          sorted(staged)
              .mapPartitions(
                  new AdmitPartition(silver.files(), quarantine.files(), refiner.rules(), held))
              .collect();
      RefinementCounts counted =
          parts.stream()
              .map(part -> part.tally().counts())
              .reduce(RefinementCounts.ZERO, RefinementCounts::plus)
              .plus(read(records));
      return new StagedFiles(silver, quarantine, range, counted, parts);
    } finally {
      held.destroy();
    }
  }

  private static RefinementCounts read(long records) {
    return new RefinementCounts(
        new Conservation(records, 0, 0, 0),
        TreeMap.empty(),
        TreeMap.empty(),
        io.vavr.collection.List.empty());
  }

  /** Every record judged once; rows of one key in one partition. May be read several times. */
  private JavaRDD<InternalRow> judged(
      List<AddedFiles> commits, long records, RecordRefiner refiner) {
    Dataset<Row> source =
        bronze
            .rows(commits.stream().flatMap(commit -> commit.files().stream()).toList())
            .selectExpr(BronzeLayout.LAYOUT.schema().fieldNames());
    RDD<InternalRow> verdicts =
        source
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(new JudgePartition(refiner))
            .rdd();
    int most = 2 * spark.sparkContext().defaultParallelism();
    int tasks = (int) Math.max(1, Math.min(most, records / RECORDS_PER_TASK));
    return spark
        .internalCreateDataFrame(verdicts, StagedRow.SCHEMA, false)
        .repartition(tasks, functions.col("dedup_key"))
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  private JavaRDD<InternalRow> sorted(JavaRDD<InternalRow> staged) {
    return spark
        .internalCreateDataFrame(staged.rdd(), StagedRow.SCHEMA, false)
        .sortWithinPartitions("dedup_key", "ingest_sequence", "topic", "partition", "offset")
        .queryExecution()
        .toRdd()
        .toJavaRDD();
  }

  @Override
  public SortedMap<TableId, TableState> states() {
    return TreeMap.of(TableId.SILVER_ORDERS, state(silver), TableId.QUARANTINE, state(quarantine));
  }

  private static TableState state(LakeTable table) {
    return new TableState(table.version(), table.position(SilverLayout.UPSTREAM_POSITION));
  }

  @Override
  public RefinementCounts committedSince(Option<Long> silverVersion) {
    @Nullable Long after = silverVersion.getOrNull();
    return silver.addedAfter(after == null ? -1 : after, silver.version()).stream()
        .map(CountsJson::read)
        .reduce(RefinementCounts.ZERO, RefinementCounts::plus);
  }
}
