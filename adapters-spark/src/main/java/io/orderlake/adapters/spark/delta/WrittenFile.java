package io.orderlake.adapters.spark.delta;

import java.io.Serializable;

/**
 * A data file that a task has closed and that no commit names yet.
 *
 * @param path relative to the table's root
 * @param partition the partition column's value
 * @param bytes its size
 * @param records its rows
 * @param statistics Delta's statistics, as JSON
 */
public record WrittenFile(
    String path, String partition, long bytes, long records, String statistics)
    implements Serializable {}
