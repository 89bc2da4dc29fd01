package io.orderlake.adapters.delta.silver;

import static io.orderlake.domain.table.SilverColumns.CITY;
import static io.orderlake.domain.table.SilverColumns.CONTENT_HASH;
import static io.orderlake.domain.table.SilverColumns.CONVERTED_AMOUNT;
import static io.orderlake.domain.table.SilverColumns.CURRENCY;
import static io.orderlake.domain.table.SilverColumns.EVENT_ID;
import static io.orderlake.domain.table.SilverColumns.EVENT_TIME;
import static io.orderlake.domain.table.SilverColumns.INGEST_SEQUENCE;
import static io.orderlake.domain.table.SilverColumns.ORDER_ID;
import static io.orderlake.domain.table.SilverColumns.PRODUCT;
import static io.orderlake.domain.table.SilverColumns.QUANTITY;
import static io.orderlake.domain.table.SilverColumns.RULE_SET_VERSION;
import static io.orderlake.domain.table.SilverColumns.SCHEMA_VERSION;
import static io.orderlake.domain.table.SilverColumns.SOURCE_LINE;
import static io.orderlake.domain.table.SilverColumns.SOURCE_OFFSET;
import static io.orderlake.domain.table.SilverColumns.SOURCE_PARTITION;
import static io.orderlake.domain.table.SilverColumns.SOURCE_TOPIC;
import static io.orderlake.domain.table.SilverColumns.TOTAL_AMOUNT;
import static io.orderlake.domain.table.SilverColumns.UNIT_PRICE;
import static io.orderlake.domain.table.SilverColumns.UNKNOWN_FIELDS;
import static io.orderlake.domain.table.SilverColumns.WARNINGS;

import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.KernelColumns;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalValues;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.orderlake.domain.table.SilverColumns;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.HashMap;
import java.util.Map;

/** Silver's rows out of its Delta table; each file is a part. */
public final class KernelSilverView implements SilverView {
  private static final WantedColumns COLUMNS = WantedColumns.of(SilverColumns.SCHEMA.columns());
  private static final StructType CURRENCIES =
      KernelColumns.of(SilverColumns.SCHEMA.columns(CURRENCY, INGEST_SEQUENCE));

  private final KernelLake lake;

  public KernelSilverView(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public Seq<TablePart<RefinedOrder>> parts(long version) {
    return lake.table(TableId.SILVER_ORDERS)
        .files(version, COLUMNS)
        .map(file -> consumer -> file.forEachRow(row -> consumer.accept(order(row))));
  }

  /** Reads two columns and makes no rows. */
  @Override
  public SortedMap<String, Long> currencies(long version) {
    Map<String, Long> newest = new HashMap<>();
    lake.table(TableId.SILVER_ORDERS)
        .forEachRow(
            version,
            CURRENCIES,
            row -> newest.merge(row.text(CURRENCY), row.whole(INGEST_SEQUENCE), Math::max));
    return TreeMap.ofAll(newest);
  }

  /** What to read for {@link #order}. */
  public static WantedColumns columns() {
    return COLUMNS;
  }

  /** The order in a row that has these columns. */
  public static RefinedOrder order(StoredRow row) {
    return new RefinedOrder(
        row.text(EVENT_ID),
        row.text(ORDER_ID),
        row.text(PRODUCT),
        row.text(CITY),
        row.whole(QUANTITY),
        Amount.of(row.decimal(UNIT_PRICE)),
        Amount.of(row.decimal(TOTAL_AMOUNT)),
        row.text(CURRENCY),
        row.decimalOrNone(CONVERTED_AMOUNT).map(Amount::of).getOrNull(),
        row.instant(EVENT_TIME),
        OptionalValues.of(
            field -> row.decimalOrNone(field.field()).map(Amount::of).getOrNull(),
            field -> row.textOrNone(field.field()).getOrNull()),
        provenance(row),
        contentHash(row));
  }

  private static RefinedOrder.Provenance provenance(StoredRow row) {
    return new RefinedOrder.Provenance(
        new BronzeOrder(
            row.whole(INGEST_SEQUENCE),
            new SourcePosition(
                row.text(SOURCE_TOPIC), row.integer(SOURCE_PARTITION), row.whole(SOURCE_OFFSET)),
            row.integerOrNone(SOURCE_LINE).getOrElse(BronzeOrder.WHOLE_RECORD)),
        row.integer(SCHEMA_VERSION),
        row.text(RULE_SET_VERSION),
        row.texts(WARNINGS),
        row.textOrNone(UNKNOWN_FIELDS).getOrElse(""));
  }

  private static ContentHash contentHash(StoredRow row) {
    byte[] stored = row.bytes(CONTENT_HASH);
    if (stored.length != ContentHash.BYTES) {
      throw row.never("a " + CONTENT_HASH + " of " + stored.length + " bytes");
    }
    return ContentHash.ofBytes(stored);
  }
}
