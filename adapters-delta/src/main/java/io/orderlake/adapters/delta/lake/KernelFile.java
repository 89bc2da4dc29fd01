package io.orderlake.adapters.delta.lake;

import io.delta.kernel.data.Row;
import io.orderlake.domain.lake.LakeFailure;
import java.util.function.Consumer;

/** One data file of a table, as a version of the table names it. */
public final class KernelFile {
  private final FileReader reader;
  private final Row file;

  KernelFile(FileReader reader, Row file) {
    this.reader = reader;
    this.file = file;
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
}
