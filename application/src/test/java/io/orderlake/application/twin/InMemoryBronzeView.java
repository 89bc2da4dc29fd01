package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.List;
import java.util.function.LongConsumer;

/** A Bronze in commits; each is a part. */
public final class InMemoryBronzeView implements BronzeView {
  private volatile Vector<Commit> commits = Vector.empty();
  private SortedMap<TopicPartition, Long> nextOffsets = TreeMap.empty();
  private SortedSet<OffsetGap> acceptedGaps = TreeSet.empty();
  private SortedMap<TopicPartition, Long> recordsEnd = TreeMap.empty();
  private SortedMap<String, String> topicIds = TreeMap.empty();

  private record Commit(BronzeState state, List<BronzeRecord> records) {}

  @Override
  public Option<BronzeState> state() {
    return commits.lastOption().map(Commit::state);
  }

  @Override
  public Option<BronzeState> at(long version) {
    return Option.when(version != TableState.NOTHING_READ, () -> upTo(version).last().state());
  }

  @Override
  public Seq<TablePart<BronzeRecord>> parts(long version) {
    return upTo(version).map(commit -> commit.records()::forEach);
  }

  @Override
  public void timestamps(long after, long upTo, LongConsumer millis) {
    for (Commit commit : upTo(upTo).drop((int) after + 1)) {
      for (BronzeRecord record : commit.records()) {
        if (record.timestampType() != TimestampType.NO_TIMESTAMP) {
          millis.accept(record.timestamp().toEpochMilli());
        }
      }
    }
  }

  private Vector<Commit> upTo(long version) {
    if (version < 0 || version >= commits.size()) {
      throw LakeFailure.lasting("bronze/orders has no version " + version + " in memory");
    }
    return commits.take((int) version + 1);
  }

  /** The next commit notes the id of a topic that Bronze is filled from. */
  public synchronized void knowTopic(String topic, String id) {
    topicIds = topicIds.put(topic, id);
  }

  /** The next commit notes where the records of a partition end. */
  public synchronized void noteEnd(TopicPartition partition, long end) {
    recordsEnd = recordsEnd.put(partition, end);
  }

  /** The next commit carries the acceptance of a gap. */
  public synchronized void accept(OffsetGap gap) {
    acceptedGaps = acceptedGaps.add(gap);
  }

  /** Moves the next offsets of these partitions in one commit and returns the version. */
  public synchronized long commit(long sequence, SortedMap<TopicPartition, Long> moved) {
    nextOffsets = moved.merge(nextOffsets);
    return append(sequence, List.of());
  }

  /** Appends in one commit and returns the version. */
  public synchronized long append(long sequence, List<BronzeRecord> records) {
    for (BronzeRecord record : records) {
      TopicPartition partition =
          new TopicPartition(record.source().topic(), record.source().partition());
      nextOffsets = nextOffsets.put(partition, record.source().offset() + 1, Math::max);
    }
    TableState table = new TableState(commits.size(), sequence);
    BronzeState state = new BronzeState(table, nextOffsets, acceptedGaps, recordsEnd, topicIds);
    commits = commits.append(new Commit(state, List.copyOf(records)));
    return table.version();
  }
}
