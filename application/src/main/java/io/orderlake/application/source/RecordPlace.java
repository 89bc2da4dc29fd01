package io.orderlake.application.source;

import io.orderlake.domain.bronze.SourcePosition;

/** Where a record that was looked at lies. */
public sealed interface RecordPlace {
  /**
   * In a feed; shown as {@code orders.jsonl:14}.
   *
   * @param feed its name
   * @param line of the feed on which the record begins, from 1
   */
  record InFeed(String feed, long line) implements RecordPlace {
    @Override
    public String toString() {
      return feed + ":" + line;
    }
  }

  /**
   * In a topic; shown as {@code shop-orders-0@17}.
   *
   * @param position the record's
   */
  record InTopic(SourcePosition position) implements RecordPlace {
    @Override
    public String toString() {
      return position.toString();
    }
  }
}
