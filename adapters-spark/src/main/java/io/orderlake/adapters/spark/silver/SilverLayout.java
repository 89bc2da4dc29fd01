package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.layout.SparkColumns;
import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.table.ProjectionPositionNames;
import io.orderlake.domain.table.SilverColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** Where Silver's columns lie in Spark's rows. */
public final class SilverLayout {
  static final DecimalType UNIT_PRICE_TYPE = SparkColumns.of(SilverColumns.PRICE);
  static final DecimalType TOTAL_TYPE = SparkColumns.of(SilverColumns.AMOUNT);
  static final DecimalType CONVERTED_TYPE = SparkColumns.of(SilverColumns.CONVERTED);

  static final int EVENT_ID = SilverColumns.SCHEMA.ordinal(SilverColumns.EVENT_ID);
  static final int ORDER_ID = SilverColumns.SCHEMA.ordinal(SilverColumns.ORDER_ID);
  static final int PRODUCT = SilverColumns.SCHEMA.ordinal(SilverColumns.PRODUCT);
  static final int CITY = SilverColumns.SCHEMA.ordinal(SilverColumns.CITY);
  static final int QUANTITY = SilverColumns.SCHEMA.ordinal(SilverColumns.QUANTITY);
  static final int UNIT_PRICE = SilverColumns.SCHEMA.ordinal(SilverColumns.UNIT_PRICE);
  static final int TOTAL_AMOUNT = SilverColumns.SCHEMA.ordinal(SilverColumns.TOTAL_AMOUNT);
  static final int CURRENCY = SilverColumns.SCHEMA.ordinal(SilverColumns.CURRENCY);
  static final int EVENT_TIME = SilverColumns.SCHEMA.ordinal(SilverColumns.EVENT_TIME);
  static final int SCHEMA_VERSION = SilverColumns.SCHEMA.ordinal(SilverColumns.SCHEMA_VERSION);
  static final int RULE_SET_VERSION = SilverColumns.SCHEMA.ordinal(SilverColumns.RULE_SET_VERSION);
  static final int WARNINGS = SilverColumns.SCHEMA.ordinal(SilverColumns.WARNINGS);
  static final int UNKNOWN_FIELDS = SilverColumns.SCHEMA.ordinal(SilverColumns.UNKNOWN_FIELDS);
  static final int SOURCE_TOPIC = SilverColumns.SCHEMA.ordinal(SilverColumns.SOURCE_TOPIC);
  static final int SOURCE_PARTITION = SilverColumns.SCHEMA.ordinal(SilverColumns.SOURCE_PARTITION);
  static final int SOURCE_OFFSET = SilverColumns.SCHEMA.ordinal(SilverColumns.SOURCE_OFFSET);
  static final int INGEST_SEQUENCE = SilverColumns.SCHEMA.ordinal(SilverColumns.INGEST_SEQUENCE);
  static final int SOURCE_LINE = SilverColumns.SCHEMA.ordinal(SilverColumns.SOURCE_LINE);
  static final int CONTENT_HASH = SilverColumns.SCHEMA.ordinal(SilverColumns.CONTENT_HASH);
  static final int CONVERTED_AMOUNT = SilverColumns.SCHEMA.ordinal(SilverColumns.CONVERTED_AMOUNT);

  /** By the optional field's place among them. */
  private static final int[] OPTIONAL =
      OptionalField.ALL.stream().mapToInt(f -> SilverColumns.SCHEMA.ordinal(f.field())).toArray();

  /** A row without its partition column. */
  public static final StructType ROW = SparkColumns.of(SilverColumns.SCHEMA.columns());

  public static final TableLayout LAYOUT =
      TableLayout.of(
          SilverColumns.SCHEMA,
          List.of(
              SilverColumns.EVENT_ID, SilverColumns.SOURCE_OFFSET, SilverColumns.INGEST_SEQUENCE),
          List.of(
              SilverColumns.EVENT_ID,
              SilverColumns.ORDER_ID,
              SilverColumns.EVENT_TIME,
              SilverColumns.SOURCE_OFFSET,
              SilverColumns.CONTENT_HASH),
          Map.of());

  /** Position of Silver, Quarantine and Gold: the upstream version read. */
  public static final String UPSTREAM_POSITION = ProjectionPositionNames.UPSTREAM;

  private SilverLayout() {}

  static int ordinal(OptionalField field) {
    return OPTIONAL[field.place()];
  }
}
