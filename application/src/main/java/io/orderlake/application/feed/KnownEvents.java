package io.orderlake.application.feed;

import io.vavr.control.Option;
import java.util.BitSet;
import java.util.List;

/** Tells which events are published already. */
@FunctionalInterface
public interface KnownEvents {
  /** Knows none. */
  KnownEvents NONE = events -> new Answer(new BitSet(), 0, Option.none());

  /**
   * The answer about some events.
   *
   * @param known by their places in the list
   * @param quarantined how many of them are quarantined
   * @param incomplete why others may be published already, too
   */
  record Answer(BitSet known, long quarantined, Option<String> incomplete) {}

  /** Which of these are published already, with the same content under the same id. */
  Answer among(List<FeedEvent> events);
}
