package io.orderlake.adapters.spark.delta.history;

/**
 * What one commit of a table comes to for who reads the table on.
 *
 * @param version the commit's version
 * @param records how many rows it added, as the log counts them; all rows that the table holds
 *     then, of one that replaced what was there
 */
public record AddedRecords(long version, long records) {}
