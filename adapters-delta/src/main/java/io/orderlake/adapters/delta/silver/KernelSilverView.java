package io.orderlake.adapters.delta.silver;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampType;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TablePart;
import io.orderlake.domain.money.Amount;
import io.orderlake.domain.silver.ContentHash;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.SilverView;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.HashMap;
import java.util.Map;

/** Silver's rows out of its Delta table; each file is a part. */
public final class KernelSilverView implements SilverView {
  private static final StructType FIRST_LAYOUT =
      new StructType()
          .add("event_id", StringType.STRING)
          .add("order_id", StringType.STRING)
          .add("product", StringType.STRING)
          .add("city", StringType.STRING)
          .add("quantity", LongType.LONG)
          .add("unit_price", new DecimalType(18, Amount.SCALE))
          .add("total_amount", new DecimalType(24, Amount.SCALE))
          .add("currency", StringType.STRING)
          .add("event_time", TimestampType.TIMESTAMP)
          .add("schema_version", IntegerType.INTEGER)
          .add("rule_set_version", StringType.STRING)
          .add("warnings", new ArrayType(StringType.STRING, true))
          .add("unknown_fields", StringType.STRING)
          .add("source_topic", StringType.STRING)
          .add("source_partition", IntegerType.INTEGER)
          .add("source_offset", LongType.LONG)
          .add("ingest_sequence", LongType.LONG)
          .add("content_hash", BinaryType.BINARY);
  private static final StructType SECOND_LAYOUT =
      new StructType()
          .add("discount", new DecimalType(24, Amount.SCALE))
          .add("customer_id", StringType.STRING);
  private static final WantedColumns COLUMNS = new WantedColumns(FIRST_LAYOUT, SECOND_LAYOUT);

  private static final StructType CURRENCIES =
      new StructType().add("currency", StringType.STRING).add("ingest_sequence", LongType.LONG);

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
            row -> newest.merge(row.text("currency"), row.whole("ingest_sequence"), Math::max));
    return TreeMap.ofAll(newest);
  }

  /** What to read for {@link #order}. */
  public static WantedColumns columns() {
    return COLUMNS;
  }

  /** The order in a row that has these columns. */
  public static RefinedOrder order(StoredRow row) {
    return new RefinedOrder(
        row.text("event_id"),
        row.text("order_id"),
        row.text("product"),
        row.text("city"),
        row.whole("quantity"),
        Amount.of(row.decimal("unit_price")),
        row.decimalOrNone("discount").map(Amount::of).getOrNull(),
        Amount.of(row.decimal("total_amount")),
        row.text("currency"),
        row.textOrNone("customer_id").getOrNull(),
        row.instant("event_time"),
        provenance(row),
        contentHash(row));
  }

  private static RefinedOrder.Provenance provenance(StoredRow row) {
    return new RefinedOrder.Provenance(
        new BronzeOrder(
            row.whole("ingest_sequence"),
            new SourcePosition(
                row.text("source_topic"),
                row.integer("source_partition"),
                row.whole("source_offset"))),
        row.integer("schema_version"),
        row.text("rule_set_version"),
        row.texts("warnings"),
        row.textOrNone("unknown_fields").getOrElse(""));
  }

  private static ContentHash contentHash(StoredRow row) {
    byte[] stored = row.bytes("content_hash");
    if (stored.length != ContentHash.BYTES) {
      throw row.never("a content_hash of " + stored.length + " bytes");
    }
    return ContentHash.ofBytes(stored);
  }
}
