package io.orderlake.adapters.spark.silver;

import static org.apache.spark.sql.types.DataTypes.BinaryType;
import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.IntegerType;
import static org.apache.spark.sql.types.DataTypes.LongType;
import static org.apache.spark.sql.types.DataTypes.StringType;
import static org.apache.spark.sql.types.DataTypes.TimestampType;

import io.orderlake.adapters.spark.delta.TableLayout;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/** Silver's columns. */
public final class SilverLayout {
  static final DecimalType UNIT_PRICE_TYPE = DataTypes.createDecimalType(18, 4);
  static final DecimalType TOTAL_TYPE = DataTypes.createDecimalType(24, 4);

  static final int EVENT_ID = 0;
  static final int ORDER_ID = 1;
  static final int PRODUCT = 2;
  static final int CITY = 3;
  static final int QUANTITY = 4;
  static final int UNIT_PRICE = 5;
  static final int TOTAL_AMOUNT = 6;
  static final int CURRENCY = 7;
  static final int EVENT_TIME = 8;
  static final int SCHEMA_VERSION = 9;
  static final int RULE_SET_VERSION = 10;
  static final int WARNINGS = 11;
  static final int UNKNOWN_FIELDS = 12;
  static final int SOURCE_TOPIC = 13;
  static final int SOURCE_PARTITION = 14;
  static final int SOURCE_OFFSET = 15;
  static final int INGEST_SEQUENCE = 16;
  static final int CONTENT_HASH = 17;
  static final int DISCOUNT = 18;
  static final int CUSTOMER_ID = 19;

  /** A row without its partition column; new columns may be null and come last. */
  public static final StructType ROW =
      new StructType()
          .add("event_id", StringType, false)
          .add("order_id", StringType, false)
          .add("product", StringType, false)
          .add("city", StringType, false)
          .add("quantity", LongType, false)
          .add("unit_price", UNIT_PRICE_TYPE, false)
          .add("total_amount", TOTAL_TYPE, false)
          .add("currency", StringType, false)
          .add("event_time", TimestampType, false)
          .add("schema_version", IntegerType, false)
          .add("rule_set_version", StringType, false)
          .add("warnings", DataTypes.createArrayType(StringType), false)
          .add("unknown_fields", StringType)
          .add("source_topic", StringType, false)
          .add("source_partition", IntegerType, false)
          .add("source_offset", LongType, false)
          .add("ingest_sequence", LongType, false)
          .add("content_hash", BinaryType, false)
          .add("discount", TOTAL_TYPE)
          .add("customer_id", StringType);

  static final String EVENT_DATE = "event_date";

  public static final TableLayout LAYOUT =
      new TableLayout(
          TableId.SILVER_ORDERS,
          ROW.add(EVENT_DATE, DateType, false),
          EVENT_DATE,
          List.of("event_id", "source_offset", "ingest_sequence"),
          List.of("event_id", "order_id", "event_time", "source_offset", "content_hash"),
          Map.of(
              LayoutVersion.PROPERTY,
              Integer.toString(LayoutVersion.known(TableId.SILVER_ORDERS).number()),
              "delta.checkpointInterval",
              "100",
              "delta.dataSkippingStatsColumns",
              "event_id,source_offset,ingest_sequence"));

  /** Position of Silver, Quarantine and Gold: the upstream version read. */
  public static final String UPSTREAM_POSITION = "orderlake/upstream";

  private SilverLayout() {}
}
