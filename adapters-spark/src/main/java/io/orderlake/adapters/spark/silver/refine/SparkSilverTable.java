package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.adapters.spark.silver.dedup.DedupIndex;
import io.orderlake.adapters.spark.silver.dedup.Deduplication;
import io.orderlake.adapters.spark.silver.dedup.Refused;
import io.orderlake.adapters.spark.silver.dedup.WaitingCancellations;
import io.orderlake.adapters.spark.silver.release.Releases;
import io.orderlake.adapters.spark.silver.release.WriteReleases;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverTable;
import io.orderlake.protocol.silver.RefinementCountsJson;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * Refines Bronze into Silver and Quarantine. First it is found which records are not the first of
 * their event. Then every record is judged, in one job whose tasks write both tables' files.
 * Nothing is shuffled.
 */
public final class SparkSilverTable implements SilverTable {
  private static final long RECORDS_PER_TASK = 50_000;

  private static final List<String> RECORD = List.of(BronzeLayout.RECORD.fieldNames());

  private final SparkSession spark;
  private final LakeTable bronze;
  private final SilverPair tables;
  private final BronzeReading reading;
  private final Deduplication deduplication;

  /**
   * Over tables that are open.
   *
   * @param tables what is filled
   * @param reading in which order Bronze is read
   * @param history what {@code tables} hold
   */
  public SparkSilverTable(
      SparkSession spark,
      LakeTable bronze,
      SilverPair tables,
      BronzeReading reading,
      DedupIndex history) {
    this.spark = spark;
    this.bronze = bronze;
    this.tables = tables;
    this.reading = reading;
    this.deduplication = new Deduplication(bronze, tables.silver(), history);
  }

  @Override
  public VersionRange unread(long maxRecords) {
    tables.finish();
    return reading.unread(
        List.of(
            tables.silver().position(SilverLayout.UPSTREAM_POSITION),
            tables.quarantine().position(SilverLayout.UPSTREAM_POSITION)),
        maxRecords);
  }

  @Override
  public PreparedRefinement prepare(VersionRange range, RecordRefiner refiner) {
    return Failures.during(
        "refining Bronze versions " + (range.after() + 1) + " to " + range.upTo(),
        () -> refine(range, refiner));
  }

  PreparedFiles refine(VersionRange range, RecordRefiner refiner) {
    List<DataFile> read = reading.files(range);
    long records = read.stream().mapToLong(DataFile::records).sum();
    if (records == 0) {
      return new PreparedFiles(tables, range, RefinementCounts.ZERO, tables.waiting(), List.of());
    }
    List<InputFile> files = InputFile.of(read);
    FileTasks tasks = new FileTasks(spark, RECORDS_PER_TASK);
    JavaRDD<InputFile> bronzeFiles = tasks.over(files);
    WaitingCancellations waiting =
        tables.waiting() > 0
            ? WaitingCancellations.in(tables.quarantine(), tasks)
            : WaitingCancellations.none(tables.quarantine());
    Refused refused = deduplication.refused(files, bronzeFiles, tasks, refiner, waiting);
    List<RefinedPart> parts =
        bronzeFiles
            .mapPartitions(
                new RefinePart(bronze.storedRows(RECORD), tables.files(), refiner, refused))
            .collect();
    RefinementCounts counted = counts(parts).plus(read(records));
    Releases releases = Releases.of(refused.released(), refused.withdrawals());
    if (releases.isNothing()) {
      return prepared(range, refiner, counted, releases, parts);
    }
    List<RefinedPart> released =
        tasks
            .over(waiting.files().stream().filter(file -> releases.isIn(file.number())).toList())
            .mapPartitions(
                new WriteReleases(
                    tables.quarantine().storedRows(), tables.files(), refiner, releases))
            .collect();
    return prepared(
        range,
        refiner,
        counted.plus(releases.counts(counts(released))),
        releases,
        Stream.concat(parts.stream(), released.stream()).toList());
  }

  private PreparedFiles prepared(
      VersionRange range,
      RecordRefiner refiner,
      RefinementCounts counted,
      Releases releases,
      List<RefinedPart> parts) {
    long waits = counted.quarantinedByReason().getOrElse(OrderRules.CANCELLATION_WAITS, 0L);
    return new PreparedFiles(
        tables,
        range,
        counted.judgedBy(refiner.rules().version()),
        tables.waiting() + waits - releases.waited(),
        parts);
  }

  private static RefinementCounts counts(List<RefinedPart> parts) {
    return parts.stream()
        .map(part -> part.tally().counts())
        .reduce(RefinementCounts.ZERO, RefinementCounts::plus);
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
    return TreeMap.of(
        TableId.SILVER_ORDERS,
        state(tables.silver()),
        TableId.QUARANTINE,
        state(tables.quarantine()));
  }

  private static TableState state(LakeTable table) {
    return new TableState(table.version(), table.position(SilverLayout.UPSTREAM_POSITION));
  }

  @Override
  public RefinementCounts committedSince(Option<Long> silverVersion) {
    @Nullable Long after = silverVersion.getOrNull();
    LakeTable silver = tables.silver();
    return silver.history().notesAfter(after == null ? -1 : after, silver.version()).stream()
        .map(
            note ->
                note.counts(
                    TableId.SILVER_ORDERS, RefinementCounts.ZERO, RefinementCountsJson::read))
        .reduce(RefinementCounts.ZERO, RefinementCounts::plus);
  }
}
