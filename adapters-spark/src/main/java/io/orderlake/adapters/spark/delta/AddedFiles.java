package io.orderlake.adapters.spark.delta;

import java.util.List;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * What one commit of a table added.
 *
 * @param version the commit's version
 * @param files the data files it added; none for a commit that only rearranged
 * @param metadata JSON kept with the commit, or empty
 */
public record AddedFiles(long version, List<AddFile> files, String metadata) {
  /** Rows added, as the log counts them. */
  public long records() {
    return files.stream().mapToLong(f -> (long) f.numLogicalRecords().get()).sum();
  }
}
