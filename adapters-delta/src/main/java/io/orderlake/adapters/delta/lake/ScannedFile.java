package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.FileStatus;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file of which a few columns are looked at, each by itself, and a few rows are taken.
 * Many times cheaper than making rows of all that is there. Used by one thread.
 */
final class ScannedFile implements Closeable {
  private final String path;
  private final ParquetFileReader file;
  private final Configuration configuration;

  private ScannedFile(String path, ParquetFileReader file, Configuration configuration) {
    this.path = path;
    this.file = file;
    this.configuration = configuration;
  }

  static ScannedFile open(FileStatus status, Configuration configuration) {
    String path = status.getPath();
    return attempt(
        path,
        () ->
            new ScannedFile(
                path,
                ParquetFileReader.open(
                    HadoopInputFile.fromPath(
                        new Path(ToldFiles.told(status).getPath()), configuration),
                    ParquetReadOptions.builder().build()),
                configuration));
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private static <T> T attempt(String path, Step<T> step) {
    try {
      return BareThread.call(step::run);
    } catch (Exception e) {
      throw Failures.damaged(path, e);
    }
  }

  /** Shows each row of the file, one after the other, with these columns of it. */
  void forEach(List<String> columns, Consumer<ColumnCursor> consumer) {
    for (int group = 0; group < file.getRowGroups().size(); group++) {
      forEach(group, columns, consumer);
    }
  }

  /**
   * Takes the rows of which the test is true.
   *
   * @param looked the columns that the test looks at
   * @param taken the columns of the rows, under their names in the file
   */
  List<ColumnarBatch> rows(List<String> looked, Predicate<ColumnCursor> sought, StructType taken) {
    List<ColumnarBatch> batches = new ArrayList<>();
    for (int group = 0; group < file.getRowGroups().size(); group++) {
      List<Long> found = new ArrayList<>();
      forEach(
          group,
          looked,
          cursor -> {
            if (sought.test(cursor)) {
              found.add(cursor.row());
            }
          });
      if (!found.isEmpty()) {
        TakenRows rows = new TakenRows(file, group, found);
        batches.add(attempt(path, () -> rows.batch(taken, configuration)));
      }
    }
    return batches;
  }

  private void forEach(int group, List<String> columns, Consumer<ColumnCursor> consumer) {
    MessageType read =
        new MessageType(
            "columns",
            columns.stream()
                .filter(this::isThere)
                .map(file.getFileMetaData().getSchema()::getType)
                .toList());
    PageReadStore pages =
        attempt(
            path,
            () -> {
              file.setRequestedSchema(read);
              return file.readRowGroup(group);
            });
    ColumnCursor cursor =
        new ColumnCursor(path, columns, attempt(path, () -> readers(pages, read, columns)));
    for (long left = pages.getRowCount(); left > 0; left--) {
      consumer.accept(cursor);
      cursor.advance();
    }
  }

  /** Files of an older layout lack the columns that came later. */
  private boolean isThere(String name) {
    MessageType stored = file.getFileMetaData().getSchema();
    return stored.containsField(name) && stored.getType(name).isPrimitive();
  }

  private @Nullable ColumnReader[] readers(
      PageReadStore pages, MessageType read, List<String> columns) {
    ColumnReadStoreImpl store =
        new ColumnReadStoreImpl(
            pages, new Unconverted(), read, file.getFileMetaData().getCreatedBy());
    @Nullable ColumnReader[] readers = new ColumnReader[columns.size()];
    for (int i = 0; i < readers.length; i++) {
      String name = columns.get(i);
      readers[i] =
          isThere(name)
              ? store.getColumnReader(read.getColumnDescription(new String[] {name}))
              : null;
    }
    return readers;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** Values are read where they lie. */
  private static final class Unconverted extends GroupConverter {
    @Override
    public Converter getConverter(int field) {
      return new PrimitiveConverter() {};
    }

    @Override
    public void start() {}

    @Override
    public void end() {}
  }
}
