package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.layout.Micros;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.table.SilverColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What Gold looks at of Silver's rows: as few columns as its measures need.
 *
 * @param isConverted whether it looks at converted amounts
 * @param isOfOrder whether it looks at orders
 */
public record SaleRows(boolean isConverted, boolean isOfOrder) implements Serializable {
  private static final List<String> ALWAYS =
      List.of(
          SilverColumns.PRODUCT,
          SilverColumns.CITY,
          SilverColumns.QUANTITY,
          SilverColumns.TOTAL_AMOUNT,
          SilverColumns.EVENT_TIME,
          OptionalField.CUSTOMER_ID.field(),
          SilverColumns.CURRENCY,
          OptionalField.KIND.field());

  /** For all of these measures. */
  public static SaleRows of(List<Measures> measures) {
    return new SaleRows(
        measures.stream().anyMatch(some -> some.has(Measure.CONVERTED)),
        measures.stream().anyMatch(some -> some.has(Measure.ORDERS)));
  }

  /** The columns that {@link #sale} reads, in their order. */
  public List<String> columns() {
    List<String> columns = new ArrayList<>(ALWAYS);
    if (isConverted) {
      columns.add(SilverColumns.CONVERTED_AMOUNT);
    }
    if (isOfOrder) {
      columns.add(SilverColumns.ORDER_ID);
    }
    return columns;
  }

  /** The sale in a row of these columns. */
  public Sale sale(InternalRow row) {
    return new Sale(
        row.getString(0),
        row.getString(1),
        row.isNullAt(5) ? "" : row.getString(5),
        row.getString(6),
        row.getLong(2),
        SilverRows.amount(row, 3, SilverLayout.TOTAL_TYPE),
        isConverted
            ? SilverRows.amountOrNull(row, ALWAYS.size(), SilverLayout.CONVERTED_TYPE)
            : null,
        Micros.instant(row.getLong(4)),
        SilverRows.isWithdrawal(row, 7),
        isOfOrder ? row.getString(ALWAYS.size() + (isConverted ? 1 : 0)) : "");
  }
}
