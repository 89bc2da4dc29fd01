package io.orderlake.application.feed;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.notation.NumberStyle;
import io.orderlake.domain.source.Source;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * What a first reading of a feed has shown about how it is written.
 *
 * @param numbers how its table writes them
 * @param notes what the reader should know
 * @param hints what may help those that do not pass
 * @param doubt why it is surely not read as it is meant
 */
record FirstReading(
    NumberStyle numbers, List<String> notes, List<String> hints, Option<String> doubt) {
  private static final FirstReading NOTHING =
      new FirstReading(NumberStyle.PLAIN, List.empty(), List.empty(), Option.none());

  /** Reads as much of it as is looked at, if it is not one of events as they are. */
  static Either<FeedFailure, FirstReading> of(
      FeedOpening opening, FeedSource feed, FeedForm form, FeedSettings settings) {
    if (settings.source().isDefined()) {
      Source source = settings.source().get();
      return opening
          .trees(feed, FeedPart.FIRST, form, settings, source)
          .flatMap(trees -> of(feed, trees, new SourceFindings(source.mapping())));
    }
    return form == FeedForm.EVENTS
        ? Either.right(NOTHING)
        : opening
            .table(feed, FeedPart.FIRST, settings, opened -> opened)
            .flatMap(opened -> of(feed, opened, new TableFindings(opened.mapping(), settings)));
  }

  private static Either<FeedFailure, FirstReading> of(
      FeedSource feed, RecordTrees records, SourceFindings findings) {
    try (RecordTrees trees = records) {
      for (int i = 0; i < ExamineFeed.LOOK; i++) {
        Either<String, Option<RecordTrees.Tree>> next = trees.next();
        if (next.isLeft()) {
          return Either.left(FeedFailure.unopened(feed, next.getLeft()));
        }
        if (next.get().isEmpty()) {
          break;
        }
        findings.see(next.get().get());
      }
      return Either.right(
          new FirstReading(
              NumberStyle.PLAIN,
              trees.notes().appendAll(findings.notes()),
              findings.hints(),
              findings.doubt()));
    }
  }

  private static Either<FeedFailure, FirstReading> of(
      FeedSource feed, FeedOpening.Opened opened, TableFindings findings) {
    try (TableRows rows = opened.rows()) {
      for (int i = 0; i < ExamineFeed.LOOK; i++) {
        Either<String, Option<FeedRow>> next = rows.next();
        if (next.isLeft()) {
          return Either.left(FeedFailure.unopened(feed, next.getLeft()));
        }
        if (next.get().isEmpty()) {
          break;
        }
        findings.see(next.get().get());
      }
    }
    return findings
        .numbers(opened.delimiter())
        .mapLeft(problem -> FeedFailure.unopened(feed, problem))
        .map(
            numbers ->
                new FirstReading(
                    numbers.style(),
                    opened.note().toList().appendAll(findings.notes()).appendAll(numbers.note()),
                    findings.hints(),
                    findings.doubt()));
  }
}
