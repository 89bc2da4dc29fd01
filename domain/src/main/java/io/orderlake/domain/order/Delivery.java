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
   * @param message why
   */
  record Failed(String message) implements Delivery {}
}
