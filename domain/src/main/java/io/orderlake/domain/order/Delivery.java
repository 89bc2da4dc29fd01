package io.orderlake.domain.order;

import io.orderlake.domain.bronze.SourcePosition;

/** What became of a published record. */
public sealed interface Delivery {
  /**
   * Stored.
   *
   * @param position where
   */
  record Acknowledged(SourcePosition position) implements Delivery {}

  /**
   * Not stored, as far as the client can tell.
   *
   * @param message why, and what to do
   * @param ofRecord the cause lies in the record itself, such as its size: publishing it again
   *     without a change fails alike
   */
  record Failed(String message, boolean ofRecord) implements Delivery {
    /** Not because of what the record is. */
    public Failed(String message) {
      this(message, false);
    }
  }
}
