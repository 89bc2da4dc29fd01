package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.delivery.Undelivered;

/**
 * A feed that was not published whole. Publishing it again after the cause is gone counts nothing
 * twice.
 */
public sealed interface FeedFailure {
  /** What happened, where, and what to do. */
  String sentence();

  /**
   * The feed cannot be read, or not to its end.
   *
   * @param feed its name
   * @param problem why, and from where on
   * @param counts what was published before
   */
  record Unreadable(String feed, String problem, DeliveryCounts counts) implements FeedFailure {
    @Override
    public String sentence() {
      return feed
          + ": "
          + problem
          + (counts.sent() == 0
              ? "; nothing was published"
              : "; "
                  + counts.acknowledged()
                  + " records before it were published; correct it and publish the whole feed again,"
                  + " which counts nothing twice");
    }
  }

  /**
   * Some records were not stored.
   *
   * @param feed its name
   * @param undelivered how many and why
   */
  record NotDelivered(String feed, Undelivered undelivered) implements FeedFailure {
    @Override
    public String sentence() {
      return feed + ": " + undelivered.sentence();
    }
  }
}
