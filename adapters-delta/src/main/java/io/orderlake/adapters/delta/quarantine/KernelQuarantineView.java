package io.orderlake.adapters.delta.quarantine;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.bronze.RecordColumns;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import java.util.List;
import java.util.function.Consumer;

/** The quarantine's records out of its Delta table. */
public final class KernelQuarantineView implements QuarantineView {
  private static final StructType REASON =
      new StructType()
          .add("code", StringType.STRING)
          .add("field", StringType.STRING)
          .add("sentence", StringType.STRING);
  private static final StructType COLUMNS =
      RecordColumns.columns()
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

  /** What to read for {@link #quarantined}. */
  public static StructType columns() {
    return COLUMNS;
  }

  /** The quarantined record in a row that has these columns. */
  public static QuarantinedRecord quarantined(StoredRow row) {
    List<QuarantineReason> reasons = row.structs("reasons", KernelQuarantineView::reason);
    if (reasons.isEmpty()) {
      throw row.never("a record without reasons");
    }
    return new QuarantinedRecord(RecordColumns.record(row), reasons, row.text("rule_set_version"));
  }

  private static QuarantineReason reason(StoredRow reason) {
    return new QuarantineReason(reason.text("code"), reason.text("field"), reason.text("sentence"));
  }
}
