package io.orderlake.adapters.delta.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.ScanBuilder;
import io.delta.kernel.Table;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LayoutVersion;
import io.vavr.Tuple;
import io.vavr.Tuple2;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;

/** One Delta table's rows. */
public final class KernelTable {
  private final NamingEngine engine;
  private final Configuration configuration;
  private final String path;
  private final LayoutVersion known;

  KernelTable(NamingEngine engine, Configuration configuration, String path, LayoutVersion known) {
    this.engine = engine;
    this.configuration = configuration;
    this.path = path;
    this.known = known;
  }

  /**
   * Shows every row of one version, file by file, in no particular order.
   *
   * @param version which; later commits change nothing about it
   * @param columns what to read; each must be there with that type
   * @param consumer shown each row; the row is good until the consumer returns
   * @throws LakeFailure when the table, the version or a column is not there, or a file of the log
   *     or of the data is missing or damaged; the consumer may have seen some rows by then
   */
  public void forEachRow(long version, StructType columns, Consumer<StoredRow> consumer) {
    files(version, columns).forEach(file -> file.forEachRow(consumer));
  }

  /**
   * The files that hold one version's rows; each can be read by itself, several at a time.
   *
   * @param version which; later commits change nothing about it
   * @param columns what to read; each must be there with that type
   * @throws LakeFailure when the table, the version or a column is not there, its layout is newer
   *     than the known one, or a file of the log is missing or damaged
   */
  public Vector<KernelFile> files(long version, StructType columns) {
    return files(version, WantedColumns.of(columns));
  }

  /** As {@link #files(long, StructType)}, of a table that has got columns over time. */
  public Vector<KernelFile> files(long version, WantedColumns columns) {
    return Failures.attempt(
        "reading " + path + " at version " + version,
        () -> scanned(version, columns, Optional.empty()));
  }

  /** As {@link #files(long, WantedColumns, Predicate)}, of columns that were always there. */
  public Vector<KernelFile> files(long version, StructType columns, Predicate held) {
    return files(version, WantedColumns.of(columns), held);
  }

  /**
   * Those of {@link #files(long, WantedColumns)} that may hold rows of which the predicate is true,
   * by what the log says of each file: its partition, its least and greatest values.
   */
  public Vector<KernelFile> files(long version, WantedColumns columns, Predicate held) {
    return Failures.attempt(
        "reading " + path + " at version " + version,
        () -> scanned(version, columns, Optional.of(held)));
  }

  /**
   * Goes through some columns of the rows that commits have added, in the files that they were
   * written to at first, whether or not these were joined since.
   *
   * @param after the version before the commits; -1 for none
   * @param upTo the last of them
   * @param columns their names; no lists
   * @param consumer shown each row; the cursor is good until the consumer returns
   * @throws LakeFailure when a commit or a file is missing or damaged
   */
  public void scanAdded(
      long after, long upTo, List<String> columns, Consumer<ColumnCursor> consumer) {
    AddedFiles added = new AddedFiles(engine, configuration, path);
    for (long version = after + 1; version <= upTo; version++) {
      added.scan(version, columns, consumer);
    }
  }

  /**
   * A position as of one version.
   *
   * @param id under which it is committed
   * @throws LakeFailure when the table or the version is not there, or a file of the log is missing
   *     or damaged
   */
  public Option<Long> position(long version, String id) {
    return Failures.attempt(
        "reading the positions of " + path + " at version " + version,
        () -> Option.ofOptional(snapshot(version).getLatestTransactionVersion(engine, id)));
  }

  /**
   * The columns of the newest version, in order: each one's name, and its type as Delta calls it.
   *
   * @throws LakeFailure when the table is not there, or a file of the log is missing or damaged
   */
  public Vector<Tuple2<String, String>> columns() {
    return Failures.attempt(
        "reading the columns of " + path,
        () ->
            Vector.ofAll(
                    Table.forPath(engine, path)
                        .getLatestSnapshot(engine)
                        .getSchema(engine)
                        .fields())
                .map(column -> Tuple.of(column.getName(), column.getDataType().toString())));
  }

  private Vector<KernelFile> scanned(long version, WantedColumns columns, Optional<Predicate> held)
      throws Exception {
    SnapshotImpl snapshot = snapshot(version);
    StructType read = stored(snapshot.getSchema(engine), columns);
    ScanBuilder builder = snapshot.getScanBuilder(engine).withReadSchema(engine, read);
    Scan scan =
        held.map(predicate -> builder.withFilter(engine, predicate)).orElse(builder).build();
    FileReader reader =
        new FileReader(
            engine,
            configuration,
            scan.getScanState(engine),
            read,
            columns.later(),
            "reading " + path + " at version " + version);
    List<KernelFile> files = new ArrayList<>();
    try (CloseableIterator<FilteredColumnarBatch> batches = scan.getScanFiles(engine)) {
      while (batches.hasNext()) {
        try (CloseableIterator<Row> rows = batches.next().getRows()) {
          rows.forEachRemaining(file -> files.add(new KernelFile(reader, file)));
        }
      }
    }
    return Vector.ofAll(files);
  }

  private SnapshotImpl snapshot(long version) {
    SnapshotImpl snapshot = engine.snapshot(path, version);
    StoredLayout.requireKnown(snapshot, known, path);
    return snapshot;
  }

  /** Of the wanted columns those that this version of the table has, with their stored types. */
  private static StructType stored(StructType stored, WantedColumns columns) {
    StructType read = new StructType();
    for (StructField column : columns.always().fields()) {
      read = read.add(storedColumn(stored, column));
    }
    for (StructField column : columns.later().fields()) {
      if (stored.indexOf(column.getName()) >= 0) {
        read = read.add(storedColumn(stored, column));
      }
    }
    return read;
  }

  private static StructField storedColumn(StructType stored, StructField wanted) {
    int ordinal = stored.indexOf(wanted.getName());
    if (ordinal < 0 || !stored.at(ordinal).getDataType().equivalent(wanted.getDataType())) {
      throw LakeFailure.because(
          FailureCause.OTHER_SHAPE,
          "it should have a column "
              + wanted.getName()
              + " of type "
              + wanted.getDataType()
              + ", but its columns are "
              + stored
              + "; was the table written by another version of Orderlake, or is it one of Gold that is"
              + " declared otherwise under gold.tables now?");
    }
    return stored.at(ordinal);
  }
}
