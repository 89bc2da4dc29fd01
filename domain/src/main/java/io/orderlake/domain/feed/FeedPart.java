package io.orderlake.domain.feed;

/** How much of a feed is opened. */
public enum FeedPart {
  /**
   * What can be looked at before the feed is read: of a file all, of a stream what has come so far,
   * up to a bound. Takes nothing from the feed and may be opened as often as one likes.
   */
  FIRST,
  /** All of it, from the beginning. */
  WHOLE
}
