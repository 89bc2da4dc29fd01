package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.TopicPartition;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;

/** Fills and reads a Bronze table as the streaming query does, without Kafka. */
public final class BronzeLab {
  public static final String TOPIC = "orders";
  private static final LocalDate INGEST_DATE = LocalDate.of(2026, 11, 23);

  private final SparkSession spark;
  private final LakeTable table;
  private final Map<TopicPartition, Long> nextOffsets = new HashMap<>();

  public BronzeLab(SparkSession spark, String root) {
    this.spark = spark;
    this.table = LakeTable.open(spark, root, BronzeLayout.LAYOUT);
  }

  /** Stores the records in one commit for each topic, each at the next offset of its partition. */
  public long store(List<Sent> records) {
    Map<String, List<Row>> topics = new TreeMap<>();
    for (Sent sent : records) {
      TopicPartition partition = new TopicPartition(sent.topic(), sent.partition());
      long offset = nextOffsets.merge(partition, 1L, Long::sum) - 1;
      topics.computeIfAbsent(sent.topic(), topic -> new ArrayList<>()).add(kafkaRow(sent, offset));
    }
    long stored = 0;
    for (Map.Entry<String, List<Row>> topic : topics.entrySet()) {
      stored += store(topic.getKey(), topic.getValue());
    }
    return stored;
  }

  /** Stores rows as Kafka's source would give them. */
  public long store(Iterable<Row> rows) {
    return store(TOPIC, rows);
  }

  private long store(String topic, Iterable<Row> rows) {
    List<Row> list = new ArrayList<>();
    rows.forEach(list::add);
    Dataset<Row> batch = spark.createDataFrame(list, BronzeLayout.SOURCE).repartition(2);
    return new StoreBatch(table, topic).store(batch, INGEST_DATE);
  }

  public static Row kafkaRow(Sent sent, long offset) {
    BronzeRecord.Content content = sent.content();
    return RowFactory.create(
        sent.topic(),
        sent.partition(),
        offset,
        sent.timestamp().toEpochMilli(),
        0,
        content.key(),
        content.value(),
        content.headers().isEmpty()
            ? null
            : content.headers().stream().map(BronzeLab::headerRow).toList(),
        null);
  }

  private static Row headerRow(RecordHeader header) {
    return RowFactory.create(header.key(), header.value());
  }

  /** All records, in Bronze order. */
  public List<BronzeRecord> records() {
    List<BronzeRecord> records =
        new ArrayList<>(
            table
                .rows()
                .selectExpr(BronzeLayout.RECORD.fieldNames())
                .queryExecution()
                .toRdd()
                .toJavaRDD()
                .map(BronzeRows::record)
                .collect());
    records.sort(Comparator.comparing(BronzeRecord::order));
    return records;
  }
}
