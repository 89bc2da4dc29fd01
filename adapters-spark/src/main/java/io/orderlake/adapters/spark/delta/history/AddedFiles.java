package io.orderlake.adapters.spark.delta.history;

import io.orderlake.adapters.spark.delta.file.DataFile;
import java.util.List;

/**
 * What one commit of a table added.
 *
 * @param version the commit's version
 * @param files the data files it added; none for a commit that only rearranged
 * @param replaces true when the files are all that the table holds then, in place of what the
 *     commits before it added
 */
public record AddedFiles(long version, List<DataFile> files, boolean replaces) {
  /** The files of some commits, in their order. */
  public static List<DataFile> all(List<AddedFiles> commits) {
    return commits.stream().flatMap(commit -> commit.files.stream()).toList();
  }

  /** True when the rows are others than before the commit. */
  public boolean changesRows() {
    return replaces || !files.isEmpty();
  }

  /** Rows added, as the log counts them. */
  public long records() {
    return files.stream().mapToLong(DataFile::records).sum();
  }
}
