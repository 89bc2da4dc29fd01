package io.orderlake.application.feed;

import org.jspecify.annotations.Nullable;

/**
 * An event of a feed, ready to be published.
 *
 * @param line where it begins in the feed, from 1
 * @param id its event id; null when it has none that can be read
 * @param key for the record
 * @param value its bytes
 * @param former what it was when rows were named by file and number; null when it never was
 * @param problem why it is a record as it was found, which no event could be made of; null for an
 *     event
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FeedEvent(
    long line,
    @Nullable String id,
    @Nullable String key,
    byte[] value,
    @Nullable Former former,
    @Nullable String problem) {
  /** An event that was never called otherwise. */
  FeedEvent(long line, @Nullable String id, @Nullable String key, byte[] value) {
    this(line, id, key, value, null, null);
  }

  /** A record that no event could be made of, as it was found. */
  static FeedEvent unmapped(long line, byte[] found, String problem) {
    return new FeedEvent(line, null, null, found, null, problem);
  }

  /**
   * The same row as it was published once.
   *
   * @param id its event id then
   * @param value its bytes then
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Former(String id, byte[] value) {}
}
