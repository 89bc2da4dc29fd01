package io.orderlake.adapters.delta.lake;

import io.delta.kernel.Table;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.engine.ExpressionHandler;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.engine.JsonHandler;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.SnapshotImpl;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An engine whose failures name the file that was being read, which those of Kernel's own do not
 * always. Reads one file after the other, as Kernel's own does, and asks a store for no length that
 * it has been told.
 */
final class NamingEngine implements Engine {
  private final Engine engine;
  private final FileSystemClient files;

  NamingEngine(Engine engine) {
    this(engine, engine.getFileSystemClient());
  }

  private NamingEngine(Engine engine, FileSystemClient files) {
    this.engine = engine;
    this.files = files;
  }

  /**
   * A version of a table.
   *
   * @param table the table's path
   */
  SnapshotImpl snapshot(String table, long version) {
    Engine looking = new NamingEngine(engine, new OneListing(files, version));
    return (SnapshotImpl) Table.forPath(looking, table).getSnapshotAsOfVersion(looking, version);
  }

  @Override
  public ExpressionHandler getExpressionHandler() {
    return engine.getExpressionHandler();
  }

  @Override
  public FileSystemClient getFileSystemClient() {
    return files;
  }

  @Override
  public JsonHandler getJsonHandler() {
    return new NamingJson(engine.getJsonHandler());
  }

  @Override
  public ParquetHandler getParquetHandler() {
    return new NamingParquet(engine.getParquetHandler());
  }

  private record NamingJson(JsonHandler json) implements JsonHandler {
    @Override
    public ColumnarBatch parseJson(
        ColumnVector jsonStrings, StructType schema, Optional<ColumnVector> selection) {
      return json.parseJson(jsonStrings, schema, selection);
    }

    @Override
    public CloseableIterator<ColumnarBatch> readJsonFiles(
        CloseableIterator<FileStatus> files, StructType schema, Optional<Predicate> predicate) {
      return new NamingReader(
          files, true, file -> json.readJsonFiles(file.map(ToldFiles::told), schema, predicate));
    }

    @Override
    public void writeJsonFileAtomically(String path, CloseableIterator<Row> rows, boolean overwrite)
        throws IOException {
      json.writeJsonFileAtomically(path, rows, overwrite);
    }
  }

  private record NamingParquet(ParquetHandler parquet) implements ParquetHandler {
    @Override
    public CloseableIterator<ColumnarBatch> readParquetFiles(
        CloseableIterator<FileStatus> files, StructType schema, Optional<Predicate> predicate) {
      return new NamingReader(
          files,
          false,
          file -> parquet.readParquetFiles(file.map(ToldFiles::told), schema, predicate));
    }

    @Override
    public CloseableIterator<DataFileStatus> writeParquetFiles(
        String directory, CloseableIterator<FilteredColumnarBatch> data, List<Column> statistics)
        throws IOException {
      return parquet.writeParquetFiles(directory, data, statistics);
    }

    @Override
    public void writeParquetFileAtomically(
        String path, CloseableIterator<FilteredColumnarBatch> data) throws IOException {
      parquet.writeParquetFileAtomically(path, data);
    }
  }
}
