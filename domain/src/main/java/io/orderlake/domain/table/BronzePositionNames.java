package io.orderlake.domain.table;

import io.orderlake.domain.bronze.TopicPartition;
import java.util.List;
import java.util.regex.Pattern;

/** The names of the positions that Bronze's commits carry. */
public final class BronzePositionNames {
  private static final String OF_BRONZE = "orderlake/bronze/";
  private static final String AFTER = "/after";
  private static final String GAP = "/gap/";
  private static final String ID = "/id/";
  private static final String PARTITIONS = "/partitions";

  /** The last ingest sequence. */
  public static final String SEQUENCE = OF_BRONZE + "sequence";

  /** {@link #next}: groups are topic and partition. */
  public static final Pattern NEXT_NAMES = Pattern.compile(OF_BRONZE + "([^/]+)/([0-9]{1,9})");

  /** {@link #after}: groups are topic and partition. */
  public static final Pattern AFTER_NAMES = Pattern.compile(NEXT_NAMES + AFTER);

  /** {@link #gap}: groups are topic, partition and the gap's first offset. */
  public static final Pattern GAP_NAMES = Pattern.compile(NEXT_NAMES + GAP + "([0-9]{1,18})");

  /** {@link #topicId(String, String)}: groups are topic and id. */
  public static final Pattern TOPIC_ID_NAMES = Pattern.compile(OF_BRONZE + "([^/]+)" + ID + "(.*)");

  static final List<Position> ALL =
      List.of(
          new Position(SEQUENCE, "the last ingest sequence"),
          new Position(OF_BRONZE + "TOPIC/PARTITION", "the next offset to store of that partition"),
          new Position(
              OF_BRONZE + "TOPIC/PARTITION" + AFTER,
              "the offset after the last record stored of that partition; what lies between it and the next offset to store holds no record"),
          new Position(
              OF_BRONZE + "TOPIC/PARTITION" + GAP + "OFFSET",
              "the offset after a gap that was accepted and begins at OFFSET"),
          new Position(
              OF_BRONZE + "TOPIC" + ID + "ID",
              "there for the id of the topic that Bronze was filled from"),
          new Position(
              OF_BRONZE + "TOPIC" + PARTITIONS, "the highest partition number seen, plus one"));

  private BronzePositionNames() {}

  /** The next offset to store of that partition. */
  public static String next(TopicPartition partition) {
    return OF_BRONZE + partition.topic() + "/" + partition.partition();
  }

  /**
   * The offset after the last record stored of that partition. What lies between it and the next
   * offset to store holds no record.
   */
  public static String after(TopicPartition partition) {
    return next(partition) + AFTER;
  }

  /** The offset after a gap that was accepted, by the gap's first. */
  public static String gap(TopicPartition partition, long from) {
    return gaps(partition) + from;
  }

  /** What the names for a partition's gaps begin with. */
  public static String gaps(TopicPartition partition) {
    return next(partition) + GAP;
  }

  /** There for the id of the topic that Bronze was filled from. */
  public static String topicId(String topic, String id) {
    return topicIds(topic) + id;
  }

  /** What the names for a topic's ids begin with. */
  public static String topicIds(String topic) {
    return OF_BRONZE + topic + ID;
  }

  /** The highest partition number seen, plus one. */
  public static String partitions(String topic) {
    return OF_BRONZE + topic + PARTITIONS;
  }
}
