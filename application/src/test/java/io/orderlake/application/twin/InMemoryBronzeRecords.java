package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TablePart;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import io.vavr.collection.Vector;
import java.util.List;

/** A Bronze in commits; each is a part. */
public final class InMemoryBronzeRecords implements BronzeRecords {
  private volatile Vector<Commit> commits = Vector.empty();

  private volatile SortedSet<OffsetGap> acceptedGaps = TreeSet.empty();

  private volatile SortedMap<TopicPartition, Long> recordsEnd = TreeMap.empty();

  private record Commit(
      long sequence,
      List<BronzeRecord> records,
      SortedSet<OffsetGap> acceptedGaps,
      SortedMap<TopicPartition, Long> recordsEnd) {}

  @Override
  public Seq<TablePart<BronzeRecord>> parts(long version) {
    return upTo(version).map(commit -> commit.records()::forEach);
  }

  @Override
  public long lastSequence(long version) {
    return upTo(version).last().sequence();
  }

  @Override
  public SortedSet<OffsetGap> acceptedGaps(long version) {
    return upTo(version).last().acceptedGaps();
  }

  @Override
  public SortedMap<TopicPartition, Long> recordsEnd(long version) {
    return upTo(version).last().recordsEnd();
  }

  /** The next commit notes where the records of a partition end. */
  public synchronized void noteEnd(TopicPartition partition, long end) {
    recordsEnd = recordsEnd.put(partition, end);
  }

  /** The next commit carries the acceptance of a gap. */
  public synchronized void accept(OffsetGap gap) {
    acceptedGaps = acceptedGaps.add(gap);
  }

  private Vector<Commit> upTo(long version) {
    if (version < 0 || version >= commits.size()) {
      throw LakeFailure.lasting("bronze/orders has no version " + version + " in memory");
    }
    return commits.take((int) version + 1);
  }

  /** Appends in one commit and returns the version. */
  public synchronized long append(long sequence, List<BronzeRecord> records) {
    commits = commits.append(new Commit(sequence, List.copyOf(records), acceptedGaps, recordsEnd));
    return commits.size() - 1L;
  }
}
