package io.orderlake.application.source;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.feed.FeedLine;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.TopArray;
import io.orderlake.domain.schema.Schemas;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.source.Source;
import io.vavr.collection.List;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Use case: shows what a source's mapping makes of records, and what the lake's rules would say of
 * it. Nothing is published, refined or stored, and the lake is not asked what it holds.
 */
public final class CheckSource {
  /** Stands for the topic of a source that has none. */
  private static final String FEED = "feed";

  private final RecordRefiner refiner;
  private final Schemas schemas;
  private final InstantSource clock;

  /**
   * Makes the use case.
   *
   * @param refiner with the rules in force
   * @param schemas for sources whose records name theirs
   */
  public CheckSource(RecordRefiner refiner, Schemas schemas, InstantSource clock) {
    this.refiner = refiner;
    this.schemas = schemas;
    this.clock = clock;
  }

  /**
   * Looks at records of a feed, as if they were stored now. An array at the top of JSON text is one
   * record for a source whose records are arrays of lines, and a list of records for any other.
   * They are judged as records of the source's topic, also where it has none.
   *
   * @param most so many records, the first ones
   * @param shown so many lines are shown
   * @return or the sentence that says why the feed cannot be read, and where
   */
  public Either<String, SourceCheck> feed(Source source, FeedSource feed, long most, int shown) {
    if (!source.format().isText()) {
      return Either.left(
          feed.name()
              + ": the source "
              + source.name()
              + " reads "
              + source.format().name()
              + (source.format().name().equals("json") ? " behind a frame" : "")
              + ", and no file has records of that one after the other; check those of a topic"
              + " (--topic)");
    }
    TopArray array = source.mapping().takesArraysApart() ? TopArray.RECORD : TopArray.RECORDS;
    return feed.records(FeedPart.WHOLE, array)
        .flatMap(
            lines -> {
              try (lines) {
                return looked(ofTopic(source), feed.name(), lines, most, shown);
              }
            })
        .mapLeft(problem -> feed.name() + ": " + problem);
  }

  private static Source ofTopic(Source source) {
    return source.topics().isEmpty() ? source.ofTopics(java.util.List.of(FEED)) : source;
  }

  private Either<String, SourceCheck> looked(
      Source source, String feed, FeedLines lines, long most, int shown) {
    CheckedLines checked = new CheckedLines(source.over(schemas), refiner, shown);
    Instant now = clock.instant();
    long blank = 0;
    while (true) {
      Either<String, Option<FeedLine>> next = lines.next();
      if (next.isLeft()) {
        return Either.left(next.getLeft());
      }
      FeedLine line = next.get().getOrNull();
      if (line != null && line.isBlank()) {
        blank++;
        continue;
      }
      if (line == null || checked.records() == most) {
        return Either.right(
            checked.found(SourceCheck.From.feed(feed), blank, /* all= */ line == null));
      }
      checked.take(stored(source, line, now), new RecordPlace.InFeed(feed, line.number()));
    }
  }

  private static BronzeRecord stored(Source source, FeedLine line, Instant now) {
    SourcePosition position = new SourcePosition(source.topics().get(0), 0, line.number());
    return new BronzeRecord(
        new BronzeOrder(0, position),
        now,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(null, line.bytes(), java.util.List.of()));
  }

  /**
   * Looks at the newest records of the source's topics.
   *
   * @param most so many records of all topics together
   * @param shown so many lines are shown
   * @throws io.orderlake.domain.lake.LakeFailure when the source does not answer, or has no such
   *     topic
   */
  public SourceCheck topics(Source source, NewestRecords newest, long most, int shown) {
    CheckedLines checked = new CheckedLines(source.over(schemas), refiner, shown);
    List<String> topics = List.ofAll(source.topics());
    boolean all =
        newest.forEach(
            topics, most, record -> checked.take(record, new RecordPlace.InTopic(record.source())));
    return checked.found(SourceCheck.From.topics(topics), 0, all);
  }
}
