package io.orderlake.adapters.spark.silver;

import static org.apache.spark.sql.types.DataTypes.DateType;
import static org.apache.spark.sql.types.DataTypes.StringType;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.adapters.spark.delta.TableLayout;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The quarantine's columns: the record as Bronze holds it, and why it is here. */
public final class QuarantineLayout {
  static final StructType REASON =
      new StructType().add("code", StringType).add("field", StringType).add("sentence", StringType);

  private static final StructType ROW =
      BronzeLayout.RECORD
          .add("reasons", DataTypes.createArrayType(REASON), false)
          .add("rule_set_version", StringType, false);

  public static final TableLayout LAYOUT =
      new TableLayout(
          TableId.QUARANTINE,
          ROW.add(BronzeLayout.INGEST_DATE, DateType, false),
          BronzeLayout.INGEST_DATE,
          List.of("offset", "ingest_sequence"),
          List.of("offset", "timestamp", "key", "value"),
          Map.of(
              LayoutVersion.PROPERTY,
              Integer.toString(LayoutVersion.known(TableId.QUARANTINE).number()),
              "delta.checkpointInterval",
              "100",
              "delta.dataSkippingStatsColumns",
              "offset,ingest_sequence"));

  private QuarantineLayout() {}
}
