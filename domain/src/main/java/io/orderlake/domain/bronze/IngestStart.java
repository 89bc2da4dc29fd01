package io.orderlake.domain.bronze;

import io.vavr.Tuple2;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.control.Either;
import io.vavr.control.Option;

/**
 * Whether an ingest may go on where Bronze stands. It may not when the source is another one than
 * Bronze was filled from, nor when records that Bronze needs next are gone: nothing is skipped in
 * silence.
 *
 * @param topic the source's name
 * @param topicId the id under which Bronze knows the topic; none when it was filled before ids were
 *     kept, and then any is taken
 * @param stored Bronze's next offsets of that topic
 * @param source what the topic holds
 */
public record IngestStart(
    String topic,
    Option<String> topicId,
    SortedMap<TopicPartition, Long> stored,
    SourceState source) {
  private static final String ADVICE =
      "Its offsets would be taken for those that Bronze holds. Point the ingest at the right"
          + " cluster, or give the new topic another name (kafka.topic) or a lake of its own"
          + " (--data).";

  /** Why it may not, and what to do. */
  public Option<String> problem() {
    return anotherSource().orElse(this::lostRecords);
  }

  /** Why its offsets are not those that Bronze holds, and what to do. */
  public Option<String> anotherSource() {
    return anotherTopic().orElse(this::shorterTopic);
  }

  /** What Bronze needs next and the topic no longer has. */
  public Seq<OffsetGap> gaps() {
    List<OffsetGap> gaps = List.empty();
    for (Tuple2<TopicPartition, Long> next : stored) {
      long beginning = source.beginnings().getOrElse(next._1, next._2);
      if (beginning > next._2) {
        gaps = gaps.append(new OffsetGap(next._1, next._2, beginning));
      }
    }
    return gaps;
  }

  /**
   * Goes past a gap that somebody has named.
   *
   * @return the gap, or why it cannot be gone past
   */
  public Either<String, OffsetGap> accept(OffsetGap named) {
    Option<String> another = anotherSource();
    if (another.isDefined()) {
      return Either.left(another.get());
    }
    return gaps()
        .find(named::equals)
        .toEither(
            () ->
                "there is no gap "
                    + named
                    + " to go past: "
                    + lostRecords().getOrElse("Kafka has all that Bronze needs next")
                    + "; nothing was changed");
  }

  private Option<String> anotherTopic() {
    return topicId
        .flatMap(known -> source.topicId().filter(now -> !now.equals(known)))
        .map(
            now ->
                "the topic '%s' was deleted and made anew, or this is another cluster: Bronze was filled from the topic of id %s, this one's is %s. %s"
                    .formatted(topic, topicId.get(), now, ADVICE));
  }

  private Option<String> shorterTopic() {
    return stored
        .find(next -> source.ends().getOrElse(next._1, -1L) < next._2)
        .map(
            next ->
                "Bronze holds %s up to offset %s, but the topic %s: the topic was deleted and made anew, or this is another cluster. %s"
                    .formatted(next._1, next._2, ending(next._1), ADVICE));
  }

  private String ending(TopicPartition partition) {
    return source
        .ends()
        .get(partition)
        .map(end -> "ends at " + end)
        .getOrElse("has no such partition");
  }

  private Option<String> lostRecords() {
    Seq<OffsetGap> gaps = gaps();
    return Option.when(
        gaps.nonEmpty(),
        () ->
            "Kafka no longer has what Bronze needs next, through retention or because records were deleted: %s. To go on without these, which is recorded in Bronze: orderlake ingest %s, or `up` with the same option"
                .formatted(
                    gaps.map(IngestStart::described).mkString("; "),
                    gaps.map(gap -> "--accept-gap " + gap).mkString(" ")));
  }

  private static String described(OffsetGap gap) {
    return "%s begins at offset %s, Bronze holds it up to %s, so %s %s lost"
        .formatted(
            gap.partition(),
            gap.until(),
            gap.from(),
            gap.size(),
            gap.size() == 1 ? "offset is" : "offsets are");
  }
}
