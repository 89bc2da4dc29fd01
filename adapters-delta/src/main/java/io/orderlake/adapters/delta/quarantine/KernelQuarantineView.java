package io.orderlake.adapters.delta.quarantine;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import java.util.function.Consumer;

/** The quarantine's records out of its Delta table. */
public final class KernelQuarantineView implements QuarantineView {
  private static final StructType HEADER =
      new StructType().add("key", StringType.STRING).add("value", BinaryType.BINARY);
  private static final StructType REASON =
      new StructType()
          .add("code", StringType.STRING)
          .add("field", StringType.STRING)
          .add("sentence", StringType.STRING);
  private static final StructType COLUMNS =
      new StructType()
          .add("topic", StringType.STRING)
          .add("partition", IntegerType.INTEGER)
          .add("offset", LongType.LONG)
          .add("timestamp", io.delta.kernel.types.TimestampType.TIMESTAMP)
          .add("timestamp_type", IntegerType.INTEGER)
          .add("key", BinaryType.BINARY)
          .add("value", BinaryType.BINARY)
          .add("headers", new ArrayType(HEADER, true))
          .add("ingest_sequence", LongType.LONG)
          .add("reasons", new ArrayType(REASON, true))
          .add("rule_set_version", StringType.STRING);

  private final KernelLake lake;

  public KernelQuarantineView(KernelLake lake) {
    this.lake = lake;
  }

  @Override
  public void forEach(long version, Consumer<QuarantinedRecord> consumer) {
    lake.table(TableId.QUARANTINE)
        .forEachRow(version, COLUMNS, row -> consumer.accept(quarantined(row)));
  }

  private static QuarantinedRecord quarantined(StoredRow row) {
    return new QuarantinedRecord(
        record(row),
        row.structs("reasons", KernelQuarantineView::reason),
        row.text("rule_set_version"));
  }

  private static BronzeRecord record(StoredRow row) {
    SourcePosition source =
        new SourcePosition(row.text("topic"), row.integer("partition"), row.whole("offset"));
    return new BronzeRecord(
        new BronzeOrder(row.whole("ingest_sequence"), source),
        row.instant("timestamp"),
        TimestampType.ofCode(row.integer("timestamp_type")),
        new BronzeRecord.Content(
            row.bytesOrNull("key"),
            row.bytesOrNull("value"),
            row.structs("headers", KernelQuarantineView::header)));
  }

  private static RecordHeader header(StoredRow header) {
    return new RecordHeader(header.text("key"), header.bytesOrNull("value"));
  }

  private static QuarantineReason reason(StoredRow reason) {
    return new QuarantineReason(reason.text("code"), reason.text("field"), reason.text("sentence"));
  }
}
