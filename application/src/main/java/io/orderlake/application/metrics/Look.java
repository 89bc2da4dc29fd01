package io.orderlake.application.metrics;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.IngestStart;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.vavr.collection.Seq;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import io.vavr.control.Try;
import java.time.Instant;
import java.time.InstantSource;

/**
 * One reading of how far everything is, against the stream: first the lake version, then Bronze,
 * then Kafka. What lies before is never older than what follows from it, so no lag is negative.
 *
 * @param at when it was over
 * @param source all topics as one
 */
record Look(
    Instant at, Try<LakeVersion> lake, Try<Option<BronzeState>> bronze, Try<SourceState> source) {

  /** For those who do not look: nothing is known. */
  static Look ofNothing(Instant at) {
    IllegalStateException unasked = new IllegalStateException("nothing was looked at");
    return new Look(at, Try.failure(unasked), Try.failure(unasked), Try.failure(unasked));
  }

  static Look take(MetricsPorts ports, InstantSource clock) {
    Try<LakeVersion> lake = Try.of(() -> ports.versions().latest());
    Try<Option<BronzeState>> bronze = Try.of(() -> ports.bronze().state());
    Try<SourceState> source = source(ports, bronze.getOrElse(Option.none()));
    return new Look(clock.instant(), lake, bronze, source);
  }

  /**
   * What the topics hold now.
   *
   * @param bronze what was filled from them, and tells them from others of the same names
   */
  static Try<SourceState> source(MetricsPorts ports, Option<BronzeState> bronze) {
    return Try.of(
        () -> {
          Seq<SourceState> topics = ports.topics().get().map(SourceOffsets::state);
          bronze.forEach(state -> topics.forEach(topic -> requireSame(topic, state)));
          return together(topics);
        });
  }

  private static void requireSame(SourceState source, BronzeState bronze) {
    for (String topic : source.ends().keySet().map(TopicPartition::topic)) {
      new IngestStart(
              topic,
              bronze.topicIds().get(topic),
              bronze.nextOffsets().filterKeys(partition -> partition.topic().equals(topic)),
              source)
          .anotherSource()
          .forEach(
              why -> {
                throw LakeFailure.because(FailureCause.SOURCE_LOST, why);
              });
    }
  }

  private static SourceState together(Seq<SourceState> topics) {
    return topics.fold(
        new SourceState(Option.none(), TreeMap.empty(), TreeMap.empty()),
        (all, topic) ->
            new SourceState(
                Option.none(),
                all.beginnings().merge(topic.beginnings()),
                all.ends().merge(topic.ends()),
                all.readable().merge(topic.readable())));
  }
}
