package io.orderlake.application.source;

import io.orderlake.application.twin.InMemoryOrderEventLog;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;

/** What a topic in memory holds. */
record TopicOfLog(String topic, InMemoryOrderEventLog log) implements SourceOffsets {
  @Override
  public SortedMap<TopicPartition, Long> ends() {
    return state().ends();
  }

  @Override
  public SourceState state() {
    return log.state();
  }
}
