package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.Row;
import io.delta.kernel.internal.InternalScanFileUtils;
import io.orderlake.domain.lake.LakeFailure;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One data file of a table, as a version of the table names it. */
public final class KernelFile {
  private final FileReader reader;
  private final Row file;

  KernelFile(FileReader reader, Row file) {
    this.reader = reader;
    this.file = file;
  }

  /** How many bytes it has, by what the log says. */
  public long bytes() {
    return InternalScanFileUtils.getAddFileStatus(file).getSize();
  }

  /** Its address, as the file system takes it. */
  public String path() {
    return InternalScanFileUtils.getAddFileStatus(file).getPath();
  }

  /** The last part of its address, as the log has it. */
  public String name() {
    // Not by the file's status, which parses the address for each of a table's files.
    Row added = file.getStruct(file.getSchema().indexOf("add"));
    String path = added.getString(added.getSchema().indexOf("path"));
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /**
   * What all of its rows have in a partition column, as Delta writes it down; none where it is
   * null.
   */
  public Option<String> partition(String column) {
    return Option.of(InternalScanFileUtils.getPartitionValues(file).get(column));
  }

  /**
   * Shows every row of the file that the version holds.
   *
   * @param consumer shown each row; the row is good until the consumer returns
   * @throws LakeFailure when the file is missing or damaged; the consumer may have seen some rows
   */
  public void forEachRow(Consumer<StoredRow> consumer) {
    reader.forEachRow(file, consumer);
  }

  /**
   * Shows the rows of the file of which the test is true.
   *
   * @param looked names of the columns that the test looks at; no lists
   * @param sought asked of every row
   * @param consumer shown each row that is sought; good until the consumer returns
   * @throws LakeFailure as in {@link #forEachRow(Consumer)}
   */
  public void forEachRow(
      List<String> looked, Predicate<ColumnCursor> sought, Consumer<StoredRow> consumer) {
    reader.forEachRow(file, looked, sought, consumer);
  }

  /**
   * Goes through some columns alone.
   *
   * @param columns their names; no lists
   * @param consumer shown each row; the cursor is good until the consumer returns
   * @throws LakeFailure as in {@link #forEachRow(Consumer)}
   */
  public void scan(List<String> columns, Consumer<ColumnCursor> consumer) {
    reader.scan(file, columns, consumer);
  }
}
