package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Use case: publishes a real feed that was looked at. */
public final class PublishFeed {
  private static final int BETWEEN_REPORTS = 1_000;
  private static final int COMPARED_AT_ONCE = 20_000;
  private static final int BYTES_AT_ONCE = 16 << 20;

  /** So many events of a feed are compared with what is published; those behind are not. */
  public static final int MOST_COMPARED = 2_000_000;

  private final OrderEventLog log;
  private final FeedOpening opening;
  private final KnownEvents known;
  private final Consumer<DeliveryCounts> progress;

  /**
   * Makes the use case.
   *
   * @param known tells which events need not be published again
   * @param progress told every {@value #BETWEEN_REPORTS} records and at the end
   */
  public PublishFeed(
      OrderEventLog log,
      OrderEventDecoder decoder,
      KnownEvents known,
      Consumer<DeliveryCounts> progress) {
    this.log = log;
    this.opening = new FeedOpening(decoder);
    this.known = known;
    this.progress = progress;
  }

  /**
   * Publishes the feed as it was looked at: lines exactly as they are, rows as events, or what a
   * source's mapping makes of either. What is published already is counted and left out.
   */
  public Either<FeedFailure, FeedReport> publish(FeedSource source, Examination seen) {
    return opening
        .events(source, FeedPart.WHOLE, seen.reading())
        .flatMap(
            events -> {
              try (events) {
                // Of a stream no more is waited for than was looked at.
                long compared = source.isRepeatable() ? MOST_COMPARED : seen.counts().events();
                return new Publication(source.name(), events, compared).run();
              }
            });
  }

  /** One feed on its way. */
  private final class Publication {
    private final String feed;
    private final FeedEvents events;
    private final FeedTally tally = new FeedTally();
    private long toCompare;
    private long repeated;
    private long quarantined;
    private Option<String> incomplete = Option.none();

    Publication(String feed, FeedEvents events, long toCompare) {
      this.feed = feed;
      this.events = events;
      this.toCompare = known == KnownEvents.NONE ? 0 : toCompare;
    }

    Either<FeedFailure, FeedReport> run() {
      List<FeedEvent> gathered = new ArrayList<>();
      long bytes = 0;
      while (true) {
        Either<String, Option<FeedEvent>> next = events.next();
        if (next.isLeft()) {
          compare(gathered);
          log.flush();
          return Either.left(new FeedFailure.Unreadable(feed, next.getLeft(), tally.counts()));
        }
        if (next.get().isEmpty()) {
          compare(gathered);
          return finish();
        }
        FeedEvent event = next.get().get();
        if (toCompare == 0) {
          publish(event);
          continue;
        }
        gathered.add(event);
        bytes += event.value().length;
        toCompare--;
        if (gathered.size() == COMPARED_AT_ONCE || bytes > BYTES_AT_ONCE || toCompare == 0) {
          compare(gathered);
          bytes = 0;
        }
      }
    }

    private void compare(List<FeedEvent> gathered) {
      if (gathered.isEmpty()) {
        return;
      }
      KnownEvents.Answer answer = known.among(gathered);
      incomplete = incomplete.orElse(answer.incomplete());
      quarantined += answer.quarantined();
      for (int i = 0; i < gathered.size(); i++) {
        if (answer.known().get(i)) {
          repeated++;
        } else {
          publish(gathered.get(i));
        }
      }
      gathered.clear();
    }

    private void publish(FeedEvent event) {
      tally.sending();
      log.publish(event.key(), event.value(), delivery -> tally.count(event.line(), delivery));
      DeliveryCounts counts = tally.counts();
      if (counts.sent() % BETWEEN_REPORTS == 0) {
        progress.accept(counts);
      }
    }

    private Either<FeedFailure, FeedReport> finish() {
      log.flush();
      progress.accept(tally.counts());
      return tally
          .failure(feed)
          .map(Either::<FeedFailure, FeedReport>left)
          .getOrElse(
              () ->
                  Either.right(
                      new FeedReport(
                          events.counts(), repeated, quarantined, incomplete, tally.counts())));
    }
  }
}
