package io.orderlake.adapters.spark.delta;

import io.orderlake.adapters.spark.delta.interop.Failures;
import io.orderlake.adapters.spark.delta.interop.ScalaValues;
import io.orderlake.adapters.spark.delta.layout.LogKeeping;
import io.orderlake.adapters.spark.delta.layout.StoredLayout;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.LakeTables;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaConcurrentModificationException;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Metadata;
import scala.Option;
import scala.collection.JavaConverters;

/** Which files the versions of a Delta table name, whatever its columns are. */
public final class TableVersions {
  private final DeltaLog log;
  private final LayoutVersion known;

  private TableVersions(DeltaLog log, LayoutVersion known) {
    this.log = log;
    this.known = known;
  }

  /**
   * The table's versions.
   *
   * @param lakeRoot the lake's root, as any Hadoop path
   */
  public static TableVersions of(SparkSession spark, String lakeRoot, TableId id) {
    return new TableVersions(
        DeltaLog.forTable(spark, new Path(lakeRoot + "/" + id.path())), LakeTables.layout(id));
  }

  /**
   * One version.
   *
   * @param version its number
   * @param committed when, by the store's clock
   * @param files the paths of its files below the table's root
   * @param checkpoint the version of the checkpoint that it is read from; -1 for none
   */
  public record Version(long version, Instant committed, Set<String> files, long checkpoint) {}

  /** The newest version's number; -1 when there is no such table. */
  public long newest() {
    return latest().version();
  }

  /** The oldest version that the log still gives. */
  public long oldest() {
    return during("reading the log", () -> log.history().getEarliestRecreatableCommit());
  }

  /** The version of that number, which must be there. */
  public Version at(long version) {
    return during(
        "reading version " + version,
        () -> {
          Snapshot snapshot = log.getSnapshotAt(version, Option.empty(), Option.empty());
          return new Version(
              version,
              Instant.ofEpochMilli(snapshot.timestamp()),
              files(snapshot),
              snapshot.logSegment().checkpointProvider().version());
        });
  }

  private Set<String> files(Snapshot snapshot) {
    Set<String> files = new HashSet<>();
    for (String path : snapshot.allFiles().select("path").as(Encoders.STRING()).collectAsList()) {
      files.add(log.dataPath().toUri().relativize(absolute(path)).getPath());
    }
    return files;
  }

  /** Delta stores paths encoded, as parts of a URI. */
  private URI absolute(String path) {
    return URI.create(log.dataPath().toUri() + "/").resolve(path);
  }

  /** The table's root. */
  public Path root() {
    return log.dataPath();
  }

  public Path logRoot() {
    return log.logPath();
  }

  /** The store that the table is in. */
  public FileSystem store() throws IOException {
    return log.dataPath().getFileSystem(log.newDeltaHadoopConf());
  }

  /** Sees to it that nobody else cleans the log; a commit, if the table does not say so yet. */
  public void leaveLogToVacuum() {
    Snapshot snapshot = latest();
    Metadata old = snapshot.metadata();
    Map<String, String> properties =
        new HashMap<>(JavaConverters.mapAsJavaMap(old.configuration()));
    LogKeeping keeping = LogKeeping.of(log.dataPath());
    if (keeping.isIn(properties)) {
      return;
    }
    scala.collection.immutable.Map<String, String> kept = ScalaValues.map(keeping.with(properties));
    during(
        "setting the properties",
        () -> {
          OptimisticTransaction txn = log.startTransaction(Option.empty(), Option.apply(snapshot));
          txn.updateMetadata(
              new Metadata(
                  old.id(),
                  old.name(),
                  old.description(),
                  old.format(),
                  old.schemaString(),
                  old.partitionColumns(),
                  kept,
                  old.createdTime()),
              false);
          try {
            return txn.commit(
                ScalaValues.seq(java.util.List.of()), new DeltaOperations.SetTableProperties(kept));
          } catch (DeltaConcurrentModificationException e) {
            throw LakeFailure.because(
                FailureCause.OTHER_WRITER, "another writer was faster; try again", e);
          }
        });
  }

  private Snapshot latest() {
    return during(
        "reading the log",
        () -> {
          Snapshot latest = log.update(false, Option.empty(), Option.empty());
          StoredLayout.requireKnown(latest, known);
          return latest;
        });
  }

  private <T> T during(String attempt, java.util.concurrent.Callable<T> action) {
    return Failures.during(attempt + " of " + log.dataPath(), action);
  }
}
