package io.orderlake.adapters.delta.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.Snapshot;
import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** One Delta table's rows. */
public final class KernelTable {
  private final Engine engine;
  private final String path;

  KernelTable(Engine engine, String path) {
    this.engine = engine;
    this.path = path;
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
    Reading reading = new Reading("reading " + path + " at version " + version);
    Scan scan = reading.attempt(() -> scan(version, columns));
    Row state = reading.attempt(() -> scan.getScanState(engine));
    try (CloseableIterator<FilteredColumnarBatch> batches =
        reading.attempt(() -> scan.getScanFiles(engine))) {
      while (reading.attempt(batches::hasNext)) {
        CloseableIterator<Row> files = reading.attempt(batches::next).getRows();
        while (files.hasNext()) {
          readFile(reading, state, files.next(), columns, consumer);
        }
      }
    } catch (IOException e) {
      throw reading.failure(e);
    }
  }

  private Scan scan(long version, StructType columns) throws Exception {
    Snapshot snapshot = Table.forPath(engine, path).getSnapshotAsOfVersion(engine, version);
    StructType stored = snapshot.getSchema(engine);
    StructType read = new StructType();
    for (StructField column : columns.fields()) {
      read = read.add(storedColumn(stored, column));
    }
    return snapshot.getScanBuilder(engine).withReadSchema(engine, read).build();
  }

  private static StructField storedColumn(StructType stored, StructField wanted) {
    int ordinal = stored.indexOf(wanted.getName());
    if (ordinal < 0 || !stored.at(ordinal).getDataType().equivalent(wanted.getDataType())) {
      throw LakeFailure.lasting(
          "it should have a column "
              + wanted.getName()
              + " of type "
              + wanted.getDataType()
              + ", but its columns are "
              + stored
              + "; was the table written by another version of Orderlake?");
    }
    return stored.at(ordinal);
  }

  private void readFile(
      Reading reading, Row state, Row file, StructType columns, Consumer<StoredRow> consumer)
      throws IOException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    StructType physical = ScanStateRow.getPhysicalDataReadSchema(engine, state);
    try (CloseableIterator<ColumnarBatch> data =
            engine
                .getParquetHandler()
                .readParquetFiles(
                    Utils.singletonCloseableIterator(status), physical, Optional.empty());
        CloseableIterator<FilteredColumnarBatch> batches =
            reading.attempt(() -> Scan.transformPhysicalData(engine, state, file, data))) {
      while (reading.attempt(batches::hasNext)) {
        try (CloseableIterator<Row> rows = reading.attempt(batches::next).getRows()) {
          while (rows.hasNext()) {
            consumer.accept(new StoredRow(rows.next(), columns, status.getPath()));
          }
        }
      }
    }
  }

  private record Reading(String what) {
    <T> T attempt(Callable<T> step) {
      return Failures.attempt(what, step);
    }

    LakeFailure failure(IOException cause) {
      return Failures.of(what, cause);
    }
  }
}
