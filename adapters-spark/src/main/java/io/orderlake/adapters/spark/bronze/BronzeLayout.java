package io.orderlake.adapters.spark.bronze;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.orderlake.adapters.spark.delta.TableLayout;
import io.orderlake.adapters.spark.topic.TopicRows;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Bronze's columns and the names of its positions. */
public final class BronzeLayout {
  public static final int TOPIC = 0;
  public static final int PARTITION = 1;
  public static final int OFFSET = 2;
  public static final int TIMESTAMP = 3;
  public static final int TIMESTAMP_TYPE = 4;
  public static final int KEY = 5;
  public static final int VALUE = 6;
  public static final int HEADERS = 7;
  public static final int INGEST_SEQUENCE = 8;
  public static final int TIMESTAMP_MILLIS = 9;

  /** The column that orders rows across commits; Silver and the quarantine have it too. */
  public static final String INGEST_SEQUENCE_COLUMN = "ingest_sequence";

  /**
   * A record as received, and its place in Bronze's order; the quarantine keeps the same. The
   * milliseconds are there where {@code timestamp} is not the one that was received, but the
   * nearest that every reader can show.
   */
  public static final StructType RECORD =
      new StructType()
          .add("topic", StringType, false)
          .add("partition", IntegerType, false)
          .add("offset", LongType, false)
          .add("timestamp", TimestampType, false)
          .add("timestamp_type", IntegerType, false)
          .add("key", BinaryType)
          .add("value", BinaryType)
          .add("headers", TopicRows.HEADERS)
          .add(INGEST_SEQUENCE_COLUMN, LongType, false)
          .add("timestamp_millis", LongType);

  /** Of Bronze alone: how many offsets right before the record hold none. */
  static final int EMPTY_BEFORE = RECORD.size();

  /**
   * Of Bronze alone: the names of the headers as received, where one of them is not UTF-8 and
   * {@code headers} has it with replacement characters.
   */
  static final int HEADER_NAMES = EMPTY_BEFORE + 1;

  private static final StructType ROW =
      RECORD
          .add("empty_before", LongType)
          .add("header_names", DataTypes.createArrayType(BinaryType));

  /** In {@link #SOURCE}, instead of the sequence. */
  static final int SOURCE_HEADER_NAMES = INGEST_SEQUENCE;

  /** A record on its way to Bronze. */
  public static final StructType SOURCE = TopicRows.SCHEMA;

  public static final String INGEST_DATE = "ingest_date";

  public static final TableLayout LAYOUT =
      new TableLayout(
          TableId.BRONZE_ORDERS,
          ROW.add(INGEST_DATE, DateType, false),
          INGEST_DATE,
          List.of("offset", INGEST_SEQUENCE_COLUMN),
          List.of("offset", "timestamp", "key", "value"),
          Map.of(
              LayoutVersion.PROPERTY,
              Integer.toString(LayoutVersion.known(TableId.BRONZE_ORDERS).number()),
              "delta.appendOnly",
              "true",
              "delta.checkpointInterval",
              "100",
              "delta.dataSkippingStatsColumns",
              "offset,ingest_sequence"));

  /** Position: the last ingest sequence. */
  public static final String SEQUENCE_POSITION = "orderlake/bronze/sequence";

  private BronzeLayout() {}

  /** Position: the next offset to store of that partition. */
  static String offsetPosition(TopicPartition partition) {
    return "orderlake/bronze/" + partition.topic() + "/" + partition.partition();
  }

  /**
   * Position: the offset after the last record stored of that partition. What lies between it and
   * the next offset to store holds no record.
   */
  static String afterPosition(TopicPartition partition) {
    return offsetPosition(partition) + "/after";
  }

  /** Position: the offset after a gap that was accepted, by the gap's first. */
  static String gapPosition(TopicPartition partition, long from) {
    return gapPositions(partition) + from;
  }

  /** What the names of positions for a partition's gaps begin with. */
  static String gapPositions(TopicPartition partition) {
    return offsetPosition(partition) + "/gap/";
  }

  /** Position: there for the id of the topic that Bronze was filled from. */
  static String topicIdPosition(String topic, String id) {
    return topicIdPositions(topic) + id;
  }

  /** What the names of positions for a topic's ids begin with. */
  static String topicIdPositions(String topic) {
    return "orderlake/bronze/" + topic + "/id/";
  }

  /** Position: the highest partition number seen, plus one. */
  static String partitionsPosition(String topic) {
    return "orderlake/bronze/" + topic + "/partitions";
  }
}
