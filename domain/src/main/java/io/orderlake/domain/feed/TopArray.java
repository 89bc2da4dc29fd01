package io.orderlake.domain.feed;

/** What an array at the top of JSON text stands for. */
public enum TopArray {
  /** For its items, each of which is a record. */
  RECORDS,
  /** For one record, which is an array. */
  RECORD
}
