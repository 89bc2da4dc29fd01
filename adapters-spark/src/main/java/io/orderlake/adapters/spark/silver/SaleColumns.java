package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.file.BatchTexts;
import io.orderlake.adapters.spark.delta.layout.Micros;
import io.orderlake.domain.gold.Measure;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.table.SilverColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.jspecify.annotations.Nullable;

/**
 * What Gold looks at of Silver: as few columns as its measures need.
 *
 * @param isConverted whether it looks at converted amounts
 * @param isOfOrder whether it looks at orders
 */
public record SaleColumns(boolean isConverted, boolean isOfOrder) implements Serializable {
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
  public static SaleColumns of(List<Measures> measures) {
    return new SaleColumns(
        measures.stream().anyMatch(some -> some.has(Measure.CONVERTED)),
        measures.stream().anyMatch(some -> some.has(Measure.ORDERS)));
  }

  /** The columns that {@link #forEach} reads, in their order. */
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

  /** The sales in a batch of these columns, in the order of its rows. */
  public void forEach(ColumnarBatch batch, Consumer<Sale> sales) {
    BatchTexts products = new BatchTexts(batch, 0);
    BatchTexts cities = new BatchTexts(batch, 1);
    ColumnVector quantities = batch.column(2);
    ColumnVector totals = batch.column(3);
    ColumnVector times = batch.column(4);
    BatchTexts customers = new BatchTexts(batch, 5);
    BatchTexts currencies = new BatchTexts(batch, 6);
    BatchTexts kinds = new BatchTexts(batch, 7);
    int further = ALWAYS.size();
    @Nullable ColumnVector converted = isConverted ? batch.column(further++) : null;
    @Nullable BatchTexts orders = isOfOrder ? new BatchTexts(batch, further) : null;
    for (int row = 0; row < batch.numRows(); row++) {
      sales.accept(
          new Sale(
              required(products, row),
              required(cities, row),
              Objects.requireNonNullElse(customers.at(row), ""),
              required(currencies, row),
              quantities.getLong(row),
              amount(totals, row, SilverLayout.TOTAL_TYPE),
              converted == null || converted.isNullAt(row)
                  ? null
                  : amount(converted, row, SilverLayout.CONVERTED_TYPE),
              Micros.instant(times.getLong(row)),
              OrderKind.CANCELLATION.word().equals(kinds.at(row)),
              orders == null ? "" : required(orders, row)));
    }
  }

  private static String required(BatchTexts texts, int row) {
    return Objects.requireNonNull(texts.at(row));
  }

  private static Amount amount(ColumnVector column, int row, DecimalType type) {
    return Amount.of(column.getDecimal(row, type.precision(), type.scale()).toJavaBigDecimal());
  }
}
