package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/** A Bronze of which only the positions are kept. */
public final class InMemoryBronzeView implements BronzeView {
  private volatile Option<BronzeState> state = Option.none();

  @Override
  public Option<BronzeState> state() {
    return state;
  }

  /** Commits and returns the version. */
  public synchronized long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    long version = state.map(s -> s.table().version() + 1).getOrElse(0L);
    SortedMap<TopicPartition, Long> before =
        state.map(BronzeState::nextOffsets).getOrElse(TreeMap::empty);
    state =
        Option.some(new BronzeState(new TableState(version, sequence), nextOffsets.merge(before)));
    return version;
  }
}
