package io.orderlake.adapters.delta.lookup;

import io.orderlake.adapters.delta.lake.ColumnCursor;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lookup.PlacedSale;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.order.OrderKind;
import io.orderlake.domain.table.SilverColumns;
import java.time.Instant;
import java.util.List;

/** The columns of Silver that make a sale and its place. */
final class SaleColumns {
  static final List<String> NAMES =
      List.of(
          SilverColumns.EVENT_TIME,
          SilverColumns.CITY,
          SilverColumns.PRODUCT,
          SilverColumns.QUANTITY,
          SilverColumns.TOTAL_AMOUNT,
          SilverColumns.INGEST_SEQUENCE,
          SilverColumns.SOURCE_TOPIC,
          SilverColumns.SOURCE_PARTITION,
          SilverColumns.SOURCE_OFFSET,
          OptionalField.CUSTOMER_ID.field(),
          SilverColumns.SOURCE_LINE,
          SilverColumns.CURRENCY,
          OptionalField.KIND.field(),
          SilverColumns.ORDER_ID,
          SilverColumns.CONVERTED_AMOUNT);

  private SaleColumns() {}

  static Instant eventTime(ColumnCursor row) {
    return row.instant(0);
  }

  static PlacedSale sale(ColumnCursor row) {
    return new PlacedSale(
        new BronzeOrder(
            row.whole(5),
            new SourcePosition(row.text(6), row.integer(7), row.whole(8)),
            row.isNull(10) ? BronzeOrder.WHOLE_RECORD : row.integer(10)),
        new Sale(
            row.text(2),
            row.text(1),
            row.isNull(9) ? "" : row.text(9),
            row.text(11),
            row.whole(3),
            Amount.of(row.decimal(4)),
            row.isNull(14) ? null : Amount.of(row.decimal(14)),
            eventTime(row),
            !row.isNull(12) && row.text(12).equals(OrderKind.CANCELLATION.word()),
            row.text(13)));
  }
}
