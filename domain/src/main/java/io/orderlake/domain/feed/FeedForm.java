package io.orderlake.domain.feed;

/** What a feed is made of, by its content. */
public enum FeedForm {
  /** Order events as JSON: one on each line, an array of them, or one after the other. */
  EVENTS,
  /** A table of text with a header. */
  TABLE
}
