package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.Micros;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.silver.ContentHash;
import io.orderlake.domain.silver.RefinedOrder;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.types.DecimalType;

/** Reads Spark's rows as refined orders. */
public final class SilverRows {
  private SilverRows() {}

  /** The order in a row whose first columns are those of {@link SilverLayout#ROW}. */
  public static RefinedOrder order(InternalRow row) {
    return new RefinedOrder(
        row.getString(SilverLayout.EVENT_ID),
        row.getString(SilverLayout.ORDER_ID),
        row.getString(SilverLayout.PRODUCT),
        row.getString(SilverLayout.CITY),
        row.getLong(SilverLayout.QUANTITY),
        amount(row, SilverLayout.UNIT_PRICE, SilverLayout.UNIT_PRICE_TYPE),
        amount(row, SilverLayout.TOTAL_AMOUNT, SilverLayout.TOTAL_TYPE),
        row.getString(SilverLayout.CURRENCY),
        Micros.instant(row.getLong(SilverLayout.EVENT_TIME)),
        new RefinedOrder.Provenance(
            new BronzeOrder(
                row.getLong(SilverLayout.INGEST_SEQUENCE),
                new SourcePosition(
                    row.getString(SilverLayout.SOURCE_TOPIC),
                    row.getInt(SilverLayout.SOURCE_PARTITION),
                    row.getLong(SilverLayout.SOURCE_OFFSET))),
            row.getInt(SilverLayout.SCHEMA_VERSION),
            row.getString(SilverLayout.RULE_SET_VERSION),
            warnings(row.getArray(SilverLayout.WARNINGS)),
            row.isNullAt(SilverLayout.UNKNOWN_FIELDS)
                ? ""
                : row.getString(SilverLayout.UNKNOWN_FIELDS)),
        ContentHash.ofBytes(row.getBinary(SilverLayout.CONTENT_HASH)));
  }

  private static Amount amount(InternalRow row, int ordinal, DecimalType type) {
    return Amount.of(row.getDecimal(ordinal, type.precision(), type.scale()).toJavaBigDecimal());
  }

  private static List<String> warnings(ArrayData codes) {
    List<String> warnings = new ArrayList<>(codes.numElements());
    for (int i = 0; i < codes.numElements(); i++) {
      warnings.add(codes.getUTF8String(i).toString());
    }
    return warnings;
  }
}
