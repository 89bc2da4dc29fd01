package io.orderlake.application.feed;

import io.orderlake.application.delivery.DeliveryCounts;
import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.order.OrderEventDecoder;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.InstantSource;

/** Use case: looks at a feed and says what the lake's rules would say, and publishes nothing. */
public final class ExamineFeed {
  /** So many rows or lines are looked at before a feed is published. */
  public static final int LOOK = 200_000;

  private final RecordRefiner refiner;
  private final FeedOpening opening;
  private final InstantSource clock;

  /**
   * Makes the use case.
   *
   * @param refiner with the rules in force
   */
  public ExamineFeed(RecordRefiner refiner, OrderEventDecoder decoder, InstantSource clock) {
    this.refiner = refiner;
    this.opening = new FeedOpening(decoder);
    this.clock = clock;
  }

  /**
   * Looks at the feed.
   *
   * @param all at the whole of it, or what has come of a stream; else at its first {@value #LOOK}
   *     rows or lines
   */
  public Either<FeedFailure, Examination> look(
      FeedSource source, FeedSettings settings, boolean all) {
    return form(source, settings)
        .flatMap(
            form ->
                FirstReading.of(opening, source, form, settings)
                    .flatMap(
                        known ->
                            judged(
                                source,
                                new FeedReading(form, settings, known.numbers()),
                                known,
                                all)));
  }

  private static Either<FeedFailure, FeedForm> form(FeedSource source, FeedSettings settings) {
    Either<String, FeedForm> found = source.form();
    ColumnMapping columns = settings.inline().columns();
    if (found.isLeft()) {
      String more =
          ColumnBinding.problemsWithoutColumns(columns)
              .map(problem -> "; and of the mapping: " + problem)
              .getOrElse("");
      return Either.left(
          more.isEmpty()
              ? FeedFailure.unopened(source, found.getLeft())
              : new FeedFailure.WrongMapping(source.name(), found.getLeft() + more, true));
    }
    if (found.get() == FeedForm.EVENTS && !columns.equals(ColumnMapping.NONE)) {
      return Either.left(
          FeedFailure.unopened(
              source,
              "its lines are JSON events, which need no mapping; leave out --map and --id, or make"
                  + " events of them with --source"));
    }
    return Either.right(settings.form().getOrElse(found.get()));
  }

  private Either<FeedFailure, Examination> judged(
      FeedSource source, FeedReading reading, FirstReading known, boolean all) {
    Either<FeedFailure, FeedEvents> opened = opening.events(source, FeedPart.FIRST, reading);
    if (opened.isLeft()) {
      return Either.left(opened.getLeft());
    }
    Judged judged = new Judged(refiner, clock.instant());
    boolean whole = source.isRepeatable();
    try (FeedEvents events = opened.get()) {
      while (true) {
        Either<String, Option<FeedEvent>> next = events.next();
        if (next.isLeft()) {
          return Either.left(
              new FeedFailure.Unreadable(
                  source.name(), next.getLeft(), new DeliveryCounts(0, 0, 0, Option.none())));
        }
        if (next.get().isEmpty()) {
          break;
        }
        judged.take(next.get().get());
        if (!all && events.counts().events() >= LOOK) {
          whole = false;
          break;
        }
      }
      return Either.right(
          new Examination(
              source.name(),
              reading,
              events.counts(),
              whole,
              judged.passing(),
              judged.reasons(),
              known.notes(),
              known.hints(),
              known.doubt()));
    }
  }
}
