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
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Reads single data files of one scan.
 *
 * @param state the scan's
 * @param columns what is read, in the order of the rows' values
 * @param later columns that are null in every row unless they are among those
 * @param attempted as messages begin
 */
record FileReader(
    Engine engine, Row state, StructType columns, StructType later, String attempted) {
  void forEachRow(Row file, Consumer<StoredRow> consumer) {
    FileStatus status = InternalScanFileUtils.getAddFileStatus(file);
    StoredColumns stored = new StoredColumns(columns, later, status.getPath());
    try (CloseableIterator<ColumnarBatch> data = open(status);
        CloseableIterator<FilteredColumnarBatch> batches =
            attempt(() -> Scan.transformPhysicalData(engine, state, file, data))) {
      while (attempt(batches::hasNext)) {
        try (CloseableIterator<Row> rows = attempt(batches::next).getRows()) {
          while (rows.hasNext()) {
            consumer.accept(new StoredRow(rows.next(), stored));
          }
        }
      }
    } catch (IOException e) {
      throw Failures.of(attempted, e);
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
