package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.spark.delta.layout.SparkColumns;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.adapters.spark.topic.TopicRows;
import io.orderlake.domain.table.BronzeColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.StructType;

/** Where Bronze's columns lie in Spark's rows. */
public final class BronzeLayout {
  public static final int TOPIC = BronzeColumns.SCHEMA.ordinal(BronzeColumns.TOPIC);
  public static final int PARTITION = BronzeColumns.SCHEMA.ordinal(BronzeColumns.PARTITION);
  public static final int OFFSET = BronzeColumns.SCHEMA.ordinal(BronzeColumns.OFFSET);
  public static final int TIMESTAMP = BronzeColumns.SCHEMA.ordinal(BronzeColumns.TIMESTAMP);
  public static final int TIMESTAMP_TYPE =
      BronzeColumns.SCHEMA.ordinal(BronzeColumns.TIMESTAMP_TYPE);
  public static final int KEY = BronzeColumns.SCHEMA.ordinal(BronzeColumns.KEY);
  public static final int VALUE = BronzeColumns.SCHEMA.ordinal(BronzeColumns.VALUE);
  public static final int HEADERS = BronzeColumns.SCHEMA.ordinal(BronzeColumns.HEADERS);
  public static final int INGEST_SEQUENCE =
      BronzeColumns.SCHEMA.ordinal(BronzeColumns.INGEST_SEQUENCE);
  public static final int TIMESTAMP_MILLIS =
      BronzeColumns.SCHEMA.ordinal(BronzeColumns.TIMESTAMP_MILLIS);

  /** A record as received, and its place in Bronze's order; the quarantine keeps the same. */
  public static final StructType RECORD = SparkColumns.of(BronzeColumns.RECORD);

  static final int EMPTY_BEFORE = BronzeColumns.SCHEMA.ordinal(BronzeColumns.EMPTY_BEFORE);
  static final int HEADER_NAMES = BronzeColumns.SCHEMA.ordinal(BronzeColumns.HEADER_NAMES);

  /** A record on its way to Bronze: so far its columns are Bronze's. */
  public static final StructType SOURCE = TopicRows.SCHEMA;

  /** In {@link #SOURCE}, instead of the sequence. */
  static final int SOURCE_HEADER_NAMES = SOURCE.fieldIndex(BronzeColumns.HEADER_NAMES);

  public static final TableLayout LAYOUT =
      TableLayout.of(
          BronzeColumns.SCHEMA,
          List.of(BronzeColumns.OFFSET, BronzeColumns.INGEST_SEQUENCE),
          List.of(
              BronzeColumns.OFFSET,
              BronzeColumns.TIMESTAMP,
              BronzeColumns.KEY,
              BronzeColumns.VALUE),
          Map.of("delta.appendOnly", "true"));

  private BronzeLayout() {}
}
