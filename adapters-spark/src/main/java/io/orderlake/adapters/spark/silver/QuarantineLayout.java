package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.layout.TableLayout;
import io.orderlake.domain.table.BronzeColumns;
import io.orderlake.domain.table.QuarantineColumns;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructType;

/** Where the quarantine's columns lie in Spark's rows: the record as in Bronze, then these. */
public final class QuarantineLayout {
  static final int REASONS = QuarantineColumns.SCHEMA.ordinal(QuarantineColumns.REASONS);
  static final int RULE_SET_VERSION =
      QuarantineColumns.SCHEMA.ordinal(QuarantineColumns.RULE_SET_VERSION);
  static final int LINE = QuarantineColumns.SCHEMA.ordinal(QuarantineColumns.LINE);
  static final int WAITS_FOR = QuarantineColumns.SCHEMA.ordinal(QuarantineColumns.WAITS_FOR);
  static final int COLUMNS = QuarantineColumns.SCHEMA.columns().size();

  public static final TableLayout LAYOUT =
      TableLayout.of(
          QuarantineColumns.SCHEMA,
          List.of(BronzeColumns.OFFSET, BronzeColumns.INGEST_SEQUENCE, QuarantineColumns.WAITS_FOR),
          List.of(
              BronzeColumns.OFFSET,
              BronzeColumns.TIMESTAMP,
              BronzeColumns.KEY,
              BronzeColumns.VALUE),
          Map.of());

  static final StructType REASON =
      (StructType) ((ArrayType) LAYOUT.schema().apply(REASONS).dataType()).elementType();
  static final int CODE = REASON.fieldIndex(QuarantineColumns.CODE);

  private QuarantineLayout() {}
}
