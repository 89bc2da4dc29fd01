package io.orderlake.adapters.spark.delta;

import io.orderlake.domain.lake.LakeFailure;
import java.io.Serializable;

/**
 * A data file of a table, for a task that is to read it.
 *
 * @param path the whole path
 * @param bytes its size
 * @param records its rows, as the log counts them
 * @param partition the partition column's value
 */
public record DataFileRef(String path, long bytes, long records, String partition)
    implements Serializable {
  /** The failure of a file that does not hold what the log says. */
  public LakeFailure holding(long rows) {
    return LakeFailure.lasting(
        "%s holds %s rows, but the table's log counts %s: restore the file from a backup"
            .formatted(path, rows, records));
  }
}
