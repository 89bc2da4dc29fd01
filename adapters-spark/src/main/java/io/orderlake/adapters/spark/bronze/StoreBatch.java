package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.TableFiles;
import io.orderlake.adapters.spark.delta.WrittenFile;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.control.Option;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Stores one micro-batch in Bronze: files, next offsets and the ingest sequence in one commit.
 * Records below Bronze's own offsets are left out, so a batch may be repeated, with other bounds
 * too.
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
   * Stores the batch.
   *
   * @param batch rows as the Kafka source gives them, headers included
   * @param date the ingest date
   * @return how many records were new
   */
  public long store(Dataset<Row> batch, LocalDate date) {
    Map<String, Long> positions = bronze.positions();
    long sequence = BronzePositions.sequence(positions) + 1;
    List<Part> parts =
        columns(batch, sequence)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .mapPartitions(new WritePart(bronze.files(), date.toString(), new HashMap<>(positions)))
            .collect();
    List<WrittenFile> files = new ArrayList<>();
    Map<String, Long> expected = new HashMap<>();
    Map<String, Long> next = new HashMap<>();
    for (Part part : parts) {
      files.addAll(part.files);
      for (Map.Entry<TopicPartition, Long> entry : part.next.entrySet()) {
        String position = BronzeLayout.offsetPosition(entry.getKey());
        expected.put(position, positions.getOrDefault(position, TableCommit.NO_POSITION));
        next.merge(position, entry.getValue(), Math::max);
        next.merge(
            BronzeLayout.partitionsPosition(topic), entry.getKey().partition() + 1L, Math::max);
      }
    }
    if (files.isEmpty()) {
      return 0;
    }
    next.merge(
        BronzeLayout.partitionsPosition(topic),
        positions.getOrDefault(BronzeLayout.partitionsPosition(topic), 0L),
        Math::max);
    expected.put(BronzeLayout.SEQUENCE_POSITION, BronzePositions.sequence(positions));
    next.put(BronzeLayout.SEQUENCE_POSITION, sequence);
    source
        .topicId()
        .map(id -> BronzeLayout.topicIdPosition(topic, id))
        .filter(id -> !positions.containsKey(id))
        .forEach(id -> next.put(id, 0L));
    bronze.commit(
        new TableCommit(
            files, List.of(), expected, next, "{\"ingest_sequence\":" + sequence + "}"));
    return files.stream().mapToLong(WrittenFile::records).sum();
  }

  private static Dataset<Row> columns(Dataset<Row> batch, long sequence) {
    return batch.select(
        functions.col("topic"),
        functions.col("partition"),
        functions.col("offset"),
        functions.col("timestamp"),
        functions.col("timestampType").as("timestamp_type"),
        functions.col("key"),
        functions.col("value"),
        functions.coalesce(functions.col("headers"), functions.array()).as("headers"),
        functions.lit(sequence).as("ingest_sequence"));
  }

  /**
   * What one task wrote.
   *
   * @param files closed files
   * @param next the offset after the last record seen, by partition
   */
  private record Part(List<WrittenFile> files, HashMap<TopicPartition, Long> next)
      implements Serializable {}

  /** Writes one Spark partition's new records to one file. */
  private record WritePart(TableFiles table, String date, HashMap<String, Long> positions)
      implements FlatMapFunction<Iterator<InternalRow>, Part> {
    @Override
    public Iterator<Part> call(Iterator<InternalRow> rows) throws Exception {
      TableFiles.Writer writer = table.open();
      HashMap<TopicPartition, Long> next = new HashMap<>();
      Run run = new Run(new TopicPartition("", -1), 0);
      while (rows.hasNext()) {
        InternalRow row = rows.next();
        if (!run.holds(row)) {
          run.noteIn(next);
          TopicPartition here =
              new TopicPartition(
                  row.getUTF8String(BronzeLayout.TOPIC).toString(),
                  row.getInt(BronzeLayout.PARTITION));
          run = new Run(here, positions.getOrDefault(BronzeLayout.offsetPosition(here), 0L));
        }
        if (run.take(row.getLong(BronzeLayout.OFFSET))) {
          writer.write(date, row);
        }
      }
      run.noteIn(next);
      return List.of(new Part(writer.close(), next)).iterator();
    }
  }

  /** Records of one Kafka partition, one after the other. */
  private static final class Run {
    private final TopicPartition partition;
    private final UTF8String topic;
    private final long from;
    private long next = -1;

    /**
     * None yet.
     *
     * @param from the first offset that Bronze does not hold
     */
    Run(TopicPartition partition, long from) {
      this.partition = partition;
      this.topic = UTF8String.fromString(partition.topic());
      this.from = from;
    }

    boolean holds(InternalRow row) {
      return row.getInt(BronzeLayout.PARTITION) == partition.partition()
          && row.getUTF8String(BronzeLayout.TOPIC).equals(topic);
    }

    /** True when the record is to be stored. */
    boolean take(long offset) {
      if (offset < from) {
        return false;
      }
      next = Math.max(next, offset + 1);
      return true;
    }

    void noteIn(Map<TopicPartition, Long> offsets) {
      if (next >= 0) {
        offsets.merge(partition, next, Math::max);
      }
    }
  }
}
