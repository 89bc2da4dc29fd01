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
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record FeedEvent(
    long line, @Nullable String id, @Nullable String key, byte[] value, @Nullable Former former) {
  /**
   * The same row as it was published once.
   *
   * @param id its event id then
   * @param value its bytes then
   */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  record Former(String id, byte[] value) {}
}
