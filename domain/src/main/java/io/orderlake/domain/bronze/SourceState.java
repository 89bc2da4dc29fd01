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
 */
public record SourceState(
    Option<String> topicId,
    SortedMap<TopicPartition, Long> beginnings,
    SortedMap<TopicPartition, Long> ends) {}
