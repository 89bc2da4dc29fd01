package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.table.BronzePositionNames;
import io.vavr.control.Option;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Stores one micro-batch in Bronze: files, next offsets and the ingest sequence in one commit.
 * Records below Bronze's own offsets are left out, so a batch may be repeated, with other bounds
 * too. Where a batch holds no record, only the next offsets are committed: what Kafka keeps there
 * is none for readers.
 */
public final class StoreBatch {
  private final LakeTable bronze;
  private final String topic;
  private final Source source;

  /** Batches of a topic that has no id. */
  public StoreBatch(LakeTable bronze, String topic) {
    this(bronze, topic, Option::none);
  }

  /**
   * Batches of that topic.
   *
   * @param bronze the table
   * @param source asked after a batch was read and before it is committed
   */
  public StoreBatch(LakeTable bronze, String topic, Source source) {
    this.bronze = bronze;
    this.topic = topic;
    this.source = source;
  }

  /** Says which topic it is. */
  @FunctionalInterface
  public interface Source {
    /**
     * The topic's id, or none when it has none.
     *
     * @throws io.orderlake.domain.lake.LakeFailure when it is no longer the topic that was asked
     *     for
     */
    Option<String> topicId();
  }

  /**
   * Stores records of which is not known whether others lie between them.
   *
   * @param batch rows as {@link BronzeLayout#SOURCE} has them
   * @param date the ingest date
   * @return how many records were new
   */
  public long store(Dataset<Row> batch, LocalDate date) {
    return store(batch, List.of(), date);
  }

  /**
   * Stores what was read.
   *
   * @param batch as above; the rows of one partition lie together, in the order of their offsets
   * @param read all that the rows come from
   * @return how many records were new
   */
  long store(Dataset<Row> batch, List<ReadRange> read, LocalDate date) {
    bronze.look();
    Map<String, Long> positions = bronze.positions();
    read.forEach(range -> requireNoneBetween(range, positions));
    long sequence = BronzePositions.sequence(positions) + 1;
    WriteRecords write =
        new WriteRecords(
            bronze.writers(), date.toString(), sequence, StoredSoFar.of(positions, read));
    Moves moves = new Moves(topic, positions);
    List<DataFile> files = new ArrayList<>();
    for (WriteRecords.Part part :
        batch.queryExecution().toRdd().toJavaRDD().mapPartitions(write).collect()) {
      files.addAll(part.files());
      part.ends().forEach(moves::recordsEnd);
    }
    read.forEach(moves::readUntil);
    if (moves.isEmpty()) {
      return 0;
    }
    if (!files.isEmpty()) {
      moves.move(BronzePositionNames.SEQUENCE, sequence);
    }
    source
        .topicId()
        .map(id -> BronzePositionNames.topicId(topic, id))
        .filter(id -> !positions.containsKey(id))
        .forEach(id -> moves.next.put(id, 0L));
    bronze.commit(
        new TableCommit(
            files,
            List.of(),
            moves.expected,
            moves.next,
            files.isEmpty() ? "{\"records\":0}" : "{\"ingest_sequence\":" + sequence + "}"));
    return files.stream().mapToLong(DataFile::records).sum();
  }

  /** Bronze may be ahead of a batch, never behind: nothing is skipped that nobody has read. */
  private static void requireNoneBetween(ReadRange range, Map<String, Long> positions) {
    long next = positions.getOrDefault(BronzePositionNames.next(range.partition()), range.from());
    if (next < range.from()) {
      throw LakeFailure.because(
          FailureCause.OTHER_WRITER,
          "a batch of %s begins at offset %s, and Bronze stands at %s; nothing was stored"
              .formatted(range.partition(), range.from(), next),
          new IllegalStateException("a batch that does not follow"));
    }
  }

  /** The positions that one commit moves, and those it is made on. */
  private static final class Moves {
    private final String topic;
    private final Map<String, Long> before;
    private final Map<String, Long> expected = new HashMap<>();
    private final Map<String, Long> next = new HashMap<>();

    Moves(String topic, Map<String, Long> before) {
      this.topic = topic;
      this.before = before;
    }

    boolean isEmpty() {
      return next.isEmpty();
    }

    void recordsEnd(TopicPartition partition, long end) {
      readUntil(partition, end);
      next.merge(BronzePositionNames.after(partition), end, Math::max);
    }

    void readUntil(ReadRange range) {
      String after = BronzePositionNames.after(range.partition());
      if (readUntil(range.partition(), range.until()) && !before.containsKey(after)) {
        String position = BronzePositionNames.next(range.partition());
        next.putIfAbsent(after, before.getOrDefault(position, range.from()));
      }
    }

    private boolean readUntil(TopicPartition partition, long until) {
      String position = BronzePositionNames.next(partition);
      if (before.getOrDefault(position, TableCommit.NO_POSITION) >= until) {
        return false;
      }
      move(position, until);
      String partitions = BronzePositionNames.partitions(topic);
      long known = Math.max(partition.partition() + 1L, before.getOrDefault(partitions, 0L));
      next.merge(partitions, known, Math::max);
      return true;
    }

    void move(String position, long to) {
      expected.put(position, before.getOrDefault(position, TableCommit.NO_POSITION));
      next.merge(position, to, Math::max);
    }
  }
}
