package io.orderlake.domain.lake;

/**
 * A data file of a table, as far as it matters for its size.
 *
 * @param path names it within its table
 * @param partition the partition column's value
 * @param bytes its size
 */
public record DataFile(String path, String partition, long bytes) {}
