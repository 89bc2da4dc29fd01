package io.orderlake.adapters.spark.delta;

/**
 * What a commit carries beside its files.
 *
 * @param version the commit's version
 * @param metadata JSON, or empty
 */
public record CommitNote(long version, String metadata) {}
