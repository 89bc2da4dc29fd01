package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeOffsets;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A Bronze of which only the positions are kept, by version. */
public final class InMemoryBronzeView implements BronzeView, BronzeOffsets {
  private final Map<String, String> topicIds = new ConcurrentHashMap<>();
  private volatile Vector<BronzeState> states = Vector.empty();

  @Override
  public Option<BronzeState> state() {
    return states.lastOption();
  }

  @Override
  public SortedMap<TopicPartition, Long> next(long version) {
    if (version == TableState.NOTHING_READ) {
      return TreeMap.empty();
    }
    if (version >= states.size()) {
      throw LakeFailure.lasting("there is no version " + version);
    }
    return states.get((int) version).nextOffsets();
  }

  @Override
  public Option<String> topicId(String topic) {
    return Option.of(topicIds.get(topic));
  }

  /** Notes the id of a topic that Bronze is filled from. */
  public void knowTopic(String topic, String id) {
    topicIds.put(topic, id);
  }

  /** Commits and returns the version. */
  public synchronized long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    long version = states.size();
    SortedMap<TopicPartition, Long> before =
        state().map(BronzeState::nextOffsets).getOrElse(TreeMap::empty);
    states =
        states.append(
            new BronzeState(new TableState(version, sequence), nextOffsets.merge(before)));
    return version;
  }
}
