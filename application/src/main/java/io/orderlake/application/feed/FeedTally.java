package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.application.delivery.DeliveryTally;
import io.orderlake.domain.order.Delivery;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts a feed's deliveries while they are reported, and keeps which lines failed and why. */
final class FeedTally {
  private static final int MOST_LINES = 5;
  private static final int MOST_CAUSES = 5;

  private final DeliveryTally tally = new DeliveryTally();
  private final Map<String, FeedFailure.Cause> causes = new LinkedHashMap<>();

  void sending() {
    tally.sending();
  }

  /** Counts what became of the record of that line; called from whatever thread. */
  void count(long line, Delivery delivery) {
    if (delivery instanceof Delivery.Failed failure) {
      synchronized (causes) {
        FeedFailure.Cause known = causes.get(failure.message());
        if (known != null) {
          causes.put(failure.message(), with(known, line));
        } else if (causes.size() < MOST_CAUSES) {
          causes.put(
              failure.message(),
              new FeedFailure.Cause(failure.message(), failure.ofRecord(), List.of(line), 1));
        }
      }
    }
    tally.count(delivery);
  }

  private static FeedFailure.Cause with(FeedFailure.Cause known, long line) {
    return new FeedFailure.Cause(
        known.message(),
        known.ofRecord(),
        known.lines().size() < MOST_LINES && !known.lines().contains(line)
            ? known.lines().append(line)
            : known.lines(),
        known.count() + 1);
  }

  DeliveryCounts counts() {
    return tally.counts();
  }

  /** The failure that the counts amount to once everything is flushed, if they do. */
  Option<FeedFailure> failure(String feed) {
    DeliveryCounts counts = counts();
    synchronized (causes) {
      return Option.when(
          counts.acknowledged() != counts.sent(),
          () -> new FeedFailure.NotDelivered(feed, counts, List.ofAll(causes.values())));
    }
  }
}
