package io.orderlake.adapters.spark.delta;

import io.orderlake.adapters.spark.delta.file.AddActions;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.file.DataFileBatches;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.DataFileWriters;
import io.orderlake.adapters.spark.delta.history.ReadCommits;
import io.orderlake.adapters.spark.delta.history.TableHistory;
import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.delta.interop.ScalaValues;
import io.orderlake.adapters.spark.delta.layout.StoredLayout;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;
import scala.Option;

/**
 * One Delta table, written by commits that carry files and positions together. Uses Delta's own log
 * and transaction classes, so that what it writes is read and written by any Delta client. Safe for
 * use by several threads and beside other writers: a commit is made only on the positions it
 * expects. What is asked of a table is as of when it was opened or last {@linkplain #look looked
 * at}, and of what this process has committed since.
 */
public final class LakeTable {
  private final SparkSession spark;
  private final TableLayout layout;
  private final DeltaLog log;
  private final String filesRoot;
  private final AddActions files;
  private final TableIndex index;
  private final ReadCommits read;

  /** Each holds a copy of Hadoop's settings that tasks share, which takes a while to make. */
  private final Map<List<String>, DataFileReader> readers = new ConcurrentHashMap<>();

  /** Likewise. */
  private final Map<List<String>, DataFileBatches> batches = new ConcurrentHashMap<>();

  private final AtomicReference<@Nullable DataFileWriters> writers = new AtomicReference<>();

  private LakeTable(SparkSession spark, TableLayout layout, DeltaLog log, String filesRoot) {
    this.spark = spark;
    this.layout = layout;
    this.log = log;
    this.filesRoot = filesRoot;
    this.files = new AddActions(layout.partitionColumn(), root(log), filesRoot);
    this.index = new TableIndex(log);
    this.read = new ReadCommits(log, files);
  }

  /**
   * Opens the table, creating it when it is not there and adding the columns that it lacks.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   * @throws LakeFailure when the table has a newer layout, or one that columns cannot be added to
   */
  public static LakeTable open(SparkSession spark, String lakeRoot, TableLayout layout) {
    return open(spark, lakeRoot, lakeRoot, layout);
  }

  /**
   * Opens a table whose log is of its own and whose files lie among those of another lake's table,
   * so that a commit there can name them as they are.
   *
   * @param logRoot the root under which the log lies
   * @param lakeRoot the root of the lake whose table the files lie in
   */
  public static LakeTable beside(
      SparkSession spark, String logRoot, String lakeRoot, TableLayout layout) {
    return open(spark, logRoot, lakeRoot, layout);
  }

  private static LakeTable open(
      SparkSession spark, String logRoot, String lakeRoot, TableLayout layout) {
    Path path = new Path(logRoot + "/" + layout.id().path());
    Path files = new Path(lakeRoot + "/" + layout.id().path());
    return Failures.during(
        "opening table " + path,
        () -> {
          DeltaLog log = DeltaLog.forTable(spark, path);
          new StoredLayout(log, layout).establish();
          return new LakeTable(
              spark, layout, log, files.equals(path) ? root(log) : files.toString());
        });
  }

  /** Removes the logs of tables that {@link #beside} opened; their files stay. */
  public static void removeLogs(SparkSession spark, String logRoot, List<TableId> tables) {
    Failures.during(
        "removing " + logRoot,
        () -> {
          Path root = new Path(logRoot);
          boolean removed =
              root.getFileSystem(spark.sessionState().newHadoopConf()).delete(root, true);
          tables.forEach(
              table -> DeltaLog.invalidateCache(spark, new Path(logRoot + "/" + table.path())));
          return removed;
        });
  }

  public TableLayout layout() {
    return layout;
  }

  /** Takes in what other processes have committed meanwhile; each look lists the log's end. */
  public void look() {
    Snapshot unused =
        during("reading the log of", () -> log.update(false, Option.empty(), Option.empty()));
  }

  /** The newest version. */
  public long version() {
    return known().version();
  }

  /** The position stored under that name, or {@link TableCommit#NO_POSITION}. */
  public long position(String appId) {
    return positions().getOrDefault(appId, TableCommit.NO_POSITION);
  }

  /** All positions, as of the newest version. */
  public Map<String, Long> positions() {
    return during(
        "reading the positions of",
        () -> {
          synchronized (index) {
            index.follow(known());
            return index.positions();
          }
        });
  }

  /** The live files, as of the newest version. */
  public List<DataFile> live() {
    return during("listing the files of", () -> files.files(named(file -> true)));
  }

  /** The live files of some partitions, as of the newest version. */
  public List<DataFile> liveIn(Set<String> partitions) {
    String column = layout.partitionColumn();
    return during(
        "listing the files of",
        () ->
            files.files(named(file -> partitions.contains(file.partitionValues().apply(column)))));
  }

  /** The files of some partitions, as of a version; of the newest one the log need not be read. */
  public List<DataFile> filesIn(Set<String> partitions, long version) {
    return version == version()
        ? liveIn(partitions)
        : history().filesAt(version).stream()
            .filter(file -> partitions.contains(file.partition()))
            .toList();
  }

  private Collection<AddFile> named(Predicate<AddFile> wanted) {
    synchronized (index) {
      return index.files(known(), wanted);
    }
  }

  /** What the table's commits did. */
  public TableHistory history() {
    return new TableHistory(log, files, read);
  }

  /** What the table's commits say beside their files. */
  public LongNotes notes() {
    return new LongNotes(log.dataPath(), log.newDeltaHadoopConf());
  }

  /** The table's rows, as of its newest version. */
  public Dataset<Row> rows() {
    List<AddFile> live = List.copyOf(named(file -> true));
    return log.createDataFrame(known(), ScalaValues.seq(live), false, Option.empty());
  }

  /** False when a file that the newest version names was removed, by a vacuum or by somebody. */
  public boolean hasAllFiles() {
    return during("looking for the files of", () -> history().hasAll(named(file -> true)));
  }

  /** What writes data files from tasks. */
  public DataFileWriters writers() {
    DataFileWriters prepared = writers.get();
    if (prepared == null) {
      prepared =
          during("preparing to write to", () -> DataFileWriters.prepare(spark, filesRoot, layout));
      writers.set(prepared);
    }
    return prepared;
  }

  /** What reads data files from tasks, all data columns of them. */
  public DataFileReader storedRows() {
    return storedRows(List.of(layout.dataSchema().fieldNames()));
  }

  /** What reads some data columns from tasks, in the order given. */
  public DataFileReader storedRows(List<String> columns) {
    return readers.computeIfAbsent(List.copyOf(columns), this::reader);
  }

  private DataFileReader reader(List<String> columns) {
    return during(
        "preparing to read",
        () -> DataFileReader.prepare(spark, filesRoot, layout, chosen(columns)));
  }

  /** The same in batches. */
  public DataFileBatches storedBatches(List<String> columns) {
    return batches.computeIfAbsent(List.copyOf(columns), this::batches);
  }

  private DataFileBatches batches(List<String> columns) {
    return during(
        "preparing to read",
        () -> DataFileBatches.prepare(spark, filesRoot, layout, chosen(columns)));
  }

  private StructType chosen(List<String> columns) {
    StructType chosen = new StructType();
    for (String column : columns) {
      chosen = chosen.add(layout.schema().apply(column));
    }
    return chosen;
  }

  /** Columns that another client has given the table. */
  public Set<String> columnsBeyondLayout() {
    Set<String> columns = new TreeSet<>(List.of(known().schema().fieldNames()));
    columns.removeAll(List.of(layout.schema().fieldNames()));
    return columns;
  }

  /** Deletes files that no commit names. */
  public void discard(List<DataFile> files) {
    for (DataFile file : files) {
      Path path = file.under(filesRoot);
      during(
          "discarding " + file.path() + " of",
          () -> path.getFileSystem(log.newDeltaHadoopConf()).delete(path, false));
    }
  }

  /**
   * Makes the commit, on whatever version is the newest, as long as the expected positions hold and
   * the files to replace are there.
   *
   * @return the version made
   * @throws LakeFailure when a position is not the one expected, or a file was replaced already:
   *     another writer was faster
   */
  public long commit(TableCommit commit) {
    return new GuardedCommit(log, index, layout, files, history()).make(commit);
  }

  /** What this process has seen last of the log. */
  private Snapshot known() {
    Snapshot known = log.unsafeVolatileSnapshot();
    StoredLayout.requireKnown(known, layout.version());
    return known;
  }

  private String root() {
    return root(log);
  }

  private static String root(DeltaLog log) {
    return log.dataPath().toString();
  }

  private <T> T during(String attempt, java.util.concurrent.Callable<T> action) {
    return Failures.during(attempt + " " + root(), action);
  }
}
