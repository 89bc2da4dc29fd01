package io.orderlake.adapters.spark.compact;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.FileTasks;
import io.orderlake.adapters.spark.delta.history.AddedFiles;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.adapters.spark.silver.QuarantineLayout;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.Compacted;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.SmallFiles;
import io.orderlake.domain.lake.TableCompaction;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.table.BronzePositionNames;
import io.vavr.Tuple;
import io.vavr.collection.HashMap;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * Compaction of Delta tables: one task for each run of files, then one commit. A table is opened
 * anew for each step, so that the list of its files is in memory no longer than a step takes.
 */
public final class SparkTableCompaction implements TableCompaction {
  private static final Map<TableId, TableLayout> LAYOUTS =
      Map.of(
          TableId.BRONZE_ORDERS, BronzeLayout.LAYOUT,
          TableId.SILVER_ORDERS, SilverLayout.LAYOUT,
          TableId.QUARANTINE, QuarantineLayout.LAYOUT);

  private final SparkSession spark;
  private final String lakeRoot;

  /**
   * Opens nothing yet.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   */
  public SparkTableCompaction(SparkSession spark, String lakeRoot) {
    this.spark = spark;
    this.lakeRoot = lakeRoot;
  }

  @Override
  public Option<TableState> state(TableId id) {
    LakeTable table = open(id);
    return Option.some(state(table));
  }

  private static TableState state(LakeTable table) {
    String position =
        table.layout().id().equals(TableId.BRONZE_ORDERS)
            ? BronzePositionNames.SEQUENCE
            : SilverLayout.UPSTREAM_POSITION;
    return new TableState(table.version(), table.position(position));
  }

  @Override
  public boolean isChangedSince(TableId id, TableState published) {
    LakeTable table = open(id);
    return state(table).position() != published.position()
        || table.history().addedAfter(published.version(), table.version()).stream()
            .anyMatch(AddedFiles::changesRows);
  }

  @Override
  public Compacted step(TableId id, long readUpTo, SmallFiles rule) {
    return Failures.during("compacting " + id, () -> step(open(id), readUpTo, rule));
  }

  private Compacted step(LakeTable table, long readUpTo, SmallFiles rule) {
    Seq<Seq<Sequenced>> runs = runs(readFiles(table, readUpTo), rule);
    if (runs.isEmpty()) {
      return Compacted.NOTHING;
    }
    requireKnownColumns(table);
    List<DataFile> written = rewrite(table, runs);
    List<DataFile> replaced = runs.flatMap(run -> run.map(Sequenced::file)).asJava();
    // when this throws, the commit may have been made all the same: what was written stays
    table.commit(TableCommit.rearranged(written, replaced));
    return new Compacted(
        replaced.size(),
        written.size(),
        written.stream().mapToLong(DataFile::records).sum(),
        replaced.stream().mapToLong(DataFile::bytes).sum(),
        written.stream().mapToLong(DataFile::bytes).sum());
  }

  private static Seq<Seq<Sequenced>> runs(List<Sequenced> files, SmallFiles rule) {
    io.vavr.collection.Map<String, Sequenced> byPath =
        HashMap.ofEntries(files.stream().map(each -> Tuple.of(each.file().path(), each)).toList());
    return rule.runs(files.stream().map(Sequenced::dataFile).toList())
        .map(run -> run.map(file -> byPath.get(file.path()).get()));
  }

  /** What all readers have read, in the order of the table's rows. */
  private static List<Sequenced> readFiles(LakeTable table, long readUpTo) {
    // listed first: what comes after the list is not on it
    List<DataFile> live = table.live();
    Set<String> unread =
        AddedFiles.all(table.history().addedAfter(readUpTo, table.version())).stream()
            .map(DataFile::path)
            .collect(Collectors.toSet());
    return live.stream()
        .filter(file -> !unread.contains(file.path()))
        .flatMap(file -> Sequenced.of(file).toJavaStream())
        .sorted(Sequenced.ORDER)
        .toList();
  }

  private List<DataFile> rewrite(LakeTable table, Seq<Seq<Sequenced>> runs) {
    List<RewriteRuns.Run> tasks = runs.map(SparkTableCompaction::task).asJava();
    return FileTasks.each(spark, tasks)
        .mapPartitions(new RewriteRuns(table.storedRows(), table.writers()))
        .collect();
  }

  private static RewriteRuns.Run task(Seq<Sequenced> run) {
    return new RewriteRuns.Run(
        run.head().file().partition(),
        new ArrayList<>(run.map(each -> each.file().withoutStatistics()).asJava()));
  }

  /** A column that another client has added would be lost. */
  private static void requireKnownColumns(LakeTable table) {
    Set<String> unknown = table.columnsBeyondLayout();
    if (!unknown.isEmpty()) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          "table "
              + table.layout().id()
              + " has columns that Orderlake does not know ("
              + String.join(", ", unknown)
              + "); nothing was rewritten. Compact it with the tool that added them.");
    }
  }

  private LakeTable open(TableId id) {
    return LakeTable.open(spark, lakeRoot, layout(id));
  }

  static TableLayout layout(TableId id) {
    TableLayout layout = LAYOUTS.get(id);
    if (layout == null) {
      throw new IllegalArgumentException("not a table that is compacted: " + id);
    }
    return layout;
  }
}
