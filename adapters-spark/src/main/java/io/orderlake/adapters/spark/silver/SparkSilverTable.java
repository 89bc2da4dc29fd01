package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.Failures;
import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.AddedFiles;
import io.orderlake.adapters.spark.delta.FilePart;
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
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Silver and Quarantine as Delta tables. A range's event ids are scanned first; only records whose
 * id occurs twice, or in Silver, are judged to decide which of them is the first of its event. Then
 * every record is judged, in one job whose tasks write both tables' files. Nothing is shuffled.
 */
public final class SparkSilverTable implements SilverTable, AutoCloseable {
  /** Below this a further task costs more than it saves. */
  private static final long RECORDS_PER_TASK = 50_000;

  private static final List<String> RECORD = List.of(BronzeLayout.RECORD.fieldNames());

  private final SparkSession spark;
  private final LakeTable bronze;
  private final LakeTable silver;
  private final LakeTable quarantine;
  private final EventIndex history;

  /**
   * Opens the tables, creating those that are not there.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @param scratch a directory on local disk for what can be made anew
   */
  public SparkSilverTable(SparkSession spark, String lakeRoot, Path scratch) {
    this.spark = spark;
    this.bronze = LakeTable.open(spark, lakeRoot, BronzeLayout.LAYOUT);
    this.silver = LakeTable.open(spark, lakeRoot, SilverLayout.LAYOUT);
    this.quarantine = LakeTable.open(spark, lakeRoot, QuarantineLayout.LAYOUT);
    this.history = new EventIndex(silver, scratch.resolve("silver-event-ids"));
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
    List<FilePart> files = FilePart.of(bronze.refs(commits));
    long tasks = Math.min(spark.sparkContext().defaultParallelism(), records / RECORDS_PER_TASK);
    JavaRDD<FilePart.Group> bronzeFiles = rdd(FilePart.groups(files, (int) Math.max(1, tasks)));
    Refused refused = refused(files, bronzeFiles, refiner);
    List<RefinedPart> parts =
        bronzeFiles
            .mapPartitions(
                new RefinePart(
                    bronze.storedRows(RECORD),
                    silver.files(),
                    quarantine.files(),
                    refiner,
                    refused))
            .collect();
    RefinementCounts counted =
        parts.stream()
            .map(part -> part.tally().counts())
            .reduce(RefinementCounts.ZERO, RefinementCounts::plus)
            .plus(read(records))
            .judgedBy(refiner.rules().version());
    return new StagedFiles(silver, quarantine, range, counted, parts);
  }

  /** What becomes of the valid records that are not the first of their event. */
  private Refused refused(
      List<FilePart> files, JavaRDD<FilePart.Group> bronzeFiles, RecordRefiner refiner) {
    List<ScannedIds> scanned =
        bronzeFiles
            .mapPartitions(new ScanIds(bronze.storedRows(List.of("value")), refiner))
            .collect();
    Suspects suspects = Suspects.among(scanned, history);
    if (suspects.isEmpty()) {
      return Refused.nothing();
    }
    List<FilePart> holding =
        files.stream().filter(file -> suspects.rows().containsKey(file.number())).toList();
    List<Claim> claims =
        rdd(FilePart.groups(holding, bronzeFiles.getNumPartitions()))
            .mapPartitions(
                new JudgeSuspects(
                    bronze.storedRows(RECORD), refiner, new HashMap<>(suspects.rows())))
            .collect();
    return Refused.among(claims, suspects.held());
  }

  private JavaRDD<FilePart.Group> rdd(List<FilePart.Group> groups) {
    return JavaSparkContext.fromSparkContext(spark.sparkContext())
        .parallelize(groups, groups.size());
  }

  private static RefinementCounts read(long records) {
    return new RefinementCounts(
        new Conservation(records, 0, 0, 0),
        TreeMap.empty(),
        TreeMap.empty(),
        io.vavr.collection.List.empty());
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

  /** Lets go of what lies on local disk; idempotent. */
  @Override
  public void close() {
    history.close();
  }
}
