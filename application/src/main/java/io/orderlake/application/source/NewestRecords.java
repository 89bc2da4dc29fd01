package io.orderlake.application.source;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceOffsets;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.SourceState;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The newest records of topics, which are read and left as they are. A mapping has to fit what is
 * written today; how long a topic keeps what was written before is chance.
 */
public final class NewestRecords {
  private final Function<String, SourceOffsets> offsets;
  private final SourceRecords records;

  /**
   * Reads nothing yet.
   *
   * @param offsets what a topic of that name holds
   */
  public NewestRecords(Function<String, SourceOffsets> offsets, SourceRecords records) {
    this.offsets = offsets;
    this.records = records;
  }

  /**
   * Hands over the newest records that can be read, by partition, the oldest of each first. Each
   * partition gives its share, and what a small one does not have the others do. Holds the share of
   * one partition in memory.
   *
   * @param most so many of all topics together
   * @return whether these are all that the topics hold
   * @throws io.orderlake.domain.lake.LakeFailure when the source does not answer, or has no such
   *     topic
   */
  public boolean forEach(Seq<String> topics, long most, Consumer<BronzeRecord> taker) {
    SortedMap<TopicPartition, Held> held = TreeMap.empty();
    for (String topic : topics) {
      SourceState state = offsets.apply(topic).state();
      for (var end : state.readable()) {
        held = held.put(end._1, new Held(state.beginnings().getOrElse(end._1, 0L), end._2));
      }
    }
    SortedMap<TopicPartition, Long> shares = shares(held, most);
    boolean all = true;
    long lacking = 0;
    try {
      for (var partition : held) {
        long wanted = shares.getOrElse(partition._1, 0L) + lacking;
        Newest newest = newest(partition._1, partition._2, wanted);
        newest.records.forEach(record -> taker.accept(stored(partition._1, record)));
        all &= newest.all;
        lacking = wanted - newest.records.size();
      }
    } finally {
      records.release();
    }
    return all;
  }

  /** Offsets that can be read, from the first to the one after the last. */
  private record Held(long from, long until) {
    long size() {
      return Math.max(0, until - from);
    }
  }

  private static SortedMap<TopicPartition, Long> shares(
      SortedMap<TopicPartition, Held> held, long most) {
    SortedMap<TopicPartition, Long> shares = TreeMap.empty();
    long left = most;
    int partitions = held.size();
    for (var smallest : List.ofAll(held).sortBy(partition -> partition._2.size())) {
      long share = Math.min(smallest._2.size(), left / partitions);
      shares = shares.put(smallest._1, share);
      left -= share;
      partitions--;
    }
    return shares;
  }

  private record Newest(Seq<SourceRecord> records, boolean all) {}

  /** Goes back further where offsets hold no record. */
  private Newest newest(TopicPartition partition, Held held, long wanted) {
    List<SourceRecord> found = List.empty();
    boolean all = true;
    long until = held.until;
    for (long step = wanted; found.size() < wanted && until > held.from; step *= 2) {
      long from = Math.max(held.from, until - step);
      Newest before = last(new ReadRange(partition, from, until), wanted - found.size());
      found = found.prependAll(before.records);
      all &= before.all;
      until = from;
    }
    return new Newest(found, all && until <= held.from);
  }

  private Newest last(ReadRange range, long most) {
    Deque<SourceRecord> last = new ArrayDeque<>();
    boolean all = true;
    try (SourceRecords.Reading reading = records.open(range)) {
      for (SourceRecord next = reading.next(); next != null; next = reading.next()) {
        last.add(next);
        if (last.size() > most) {
          last.remove();
          all = false;
        }
      }
    }
    return new Newest(List.ofAll(last), all);
  }

  private static BronzeRecord stored(TopicPartition partition, SourceRecord record) {
    SourcePosition position =
        new SourcePosition(partition.topic(), partition.partition(), record.offset());
    return new BronzeRecord(
        new BronzeOrder(0, position),
        Instant.ofEpochMilli(record.timestamp()),
        record.timestampType(),
        record.content());
  }
}
