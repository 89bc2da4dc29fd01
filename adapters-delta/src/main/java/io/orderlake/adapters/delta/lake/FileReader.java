package io.orderlake.adapters.delta.lake;

import io.delta.kernel.Scan;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.delta.kernel.internal.data.ScanStateRow;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads single data files of one scan.
 *
 * @param configuration of the file system
 * @param state the scan's
 * @param columns what is read, in the order of the rows' values
 * @param later columns that are null in every row unless they are among those
 * @param attempted as messages begin
 */
record FileReader(
    Engine engine,
    Configuration configuration,
    Row state,
    StructType columns,
    StructType later,
    String attempted) {
  void forEachRow(Row file, Consumer<StoredRow> consumer) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    try (CloseableIterator<ColumnarBatch> data = open(status)) {
      show(file, data, consumer);
    } catch (IOException e) {
      throw Failures.of(attempted, e);
    }
  }

  void forEachRow(
      Row file, List<String> looked, Predicate<ColumnCursor> sought, Consumer<StoredRow> consumer) {
    try (ScannedFile opened = scanned(file)) {
      StructType stored = ScanStateRow.getPhysicalDataReadSchema(engine, state);
      List<ColumnarBatch> rows = opened.rows(looked, sought, stored);
      if (!rows.isEmpty()) {
        show(file, Utils.toCloseableIterator(rows.iterator()), consumer);
      }
    } catch (IOException e) {
      throw Failures.of(attempted, e);
    }
  }

  void scan(Row file, List<String> scannedColumns, Consumer<ColumnCursor> consumer) {
    try (ScannedFile opened = scanned(file)) {
      opened.forEach(scannedColumns, consumer);
    } catch (IOException e) {
      throw Failures.of(attempted, e);
    }
  }

  private ScannedFile scanned(Row file) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    if (InternalScanFileUtils.getDeletionVectorDescriptorFromRow(file) != null) {
      throw StoredColumns.never(status.getPath(), "rows that a deletion vector takes away");
    }
    return attempt(() -> ScannedFile.open(status, configuration));
  }

  private void show(Row file, CloseableIterator<ColumnarBatch> data, Consumer<StoredRow> consumer)
      throws IOException {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    StoredColumns stored = new StoredColumns(columns, later, status.getPath());
    try (CloseableIterator<FilteredColumnarBatch> batches =
        attempt(() -> Scan.transformPhysicalData(engine, state, file, data))) {
      while (attempt(batches::hasNext)) {
        try (CloseableIterator<Row> rows = attempt(batches::next).getRows()) {
          while (rows.hasNext()) {
            consumer.accept(new StoredRow(rows.next(), stored));
          }
        }
      }
    }
  }

  private CloseableIterator<ColumnarBatch> open(FileStatus file) throws IOException {
    return engine
        .getParquetHandler()
        .readParquetFiles(
            Utils.singletonCloseableIterator(file),
            ScanStateRow.getPhysicalDataReadSchema(engine, state),
            Optional.empty());
  }

  private <T> T attempt(Callable<T> step) {
    return Failures.attempt(attempted, step);
  }
}
