package io.orderlake.domain.bronze;

import io.vavr.collection.SortedMap;
import io.vavr.control.Option;

/**
 * What the source stream holds at a time.
 *
 * @param topicId tells the topic from others that had or will have its name; none when the source
 *     gives none
 * @param beginnings by partition, the first offset that is still there; the end where none is
 * @param ends by partition, the offset that the next record will get
 * @param readable by partition, up to where records can be read: the end, or the first offset of a
 *     transaction that is still open
 */
public record SourceState(
    Option<String> topicId,
    SortedMap<TopicPartition, Long> beginnings,
    SortedMap<TopicPartition, Long> ends,
    SortedMap<TopicPartition, Long> readable) {
  /** Without open transactions. */
  public SourceState(
      Option<String> topicId,
      SortedMap<TopicPartition, Long> beginnings,
      SortedMap<TopicPartition, Long> ends) {
    this(topicId, beginnings, ends, ends);
  }

  /** How many offsets cannot be read yet. */
  public long held() {
    return ends.map(end -> Math.max(0, end._2 - readable.getOrElse(end._1, end._2)))
        .sum()
        .longValue();
  }

  /**
   * How many offsets can be read from there on.
   *
   * @param next by partition, where a reader stands; others stand at the beginning
   */
  public long lag(SortedMap<TopicPartition, Long> next) {
    return readable
        .map(
            end ->
                Math.max(
                    0, end._2 - next.get(end._1).getOrElse(() -> beginnings.getOrElse(end._1, 0L))))
        .sum()
        .longValue();
  }
}
