package io.orderlake.bootstrap.wiring;

import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;

/** Offsets that are there in time or not at all. */
record HurriedOffsets(SourceOffsets offsets, Hurried hurried) implements SourceOffsets {
  @Override
  public SortedMap<TopicPartition, Long> ends() {
    return hurried.ask(offsets::ends);
  }

  @Override
  public SourceState state() {
    return hurried.ask(offsets::state);
  }
}
