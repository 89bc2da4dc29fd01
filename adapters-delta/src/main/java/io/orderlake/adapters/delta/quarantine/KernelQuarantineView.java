package io.orderlake.adapters.delta.quarantine;

import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.bronze.RecordColumns;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.StoredRow;
import io.orderlake.adapters.delta.lake.WantedColumns;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The quarantine's records out of its Delta table. */
public final class KernelQuarantineView implements QuarantineView {
  private static final StructType REASON =
      new StructType()
          .add("code", StringType.STRING)
          .add("field", StringType.STRING)
          .add("sentence", StringType.STRING);
  private static final StructType DECISION =
      new StructType()
          .add("reasons", new ArrayType(REASON, true))
          .add("rule_set_version", StringType.STRING);
  private static final WantedColumns COLUMNS =
      new WantedColumns(with(RecordColumns.columns()), RecordColumns.later());
  private static final StructType RELEASES = with(RecordColumns.sourceColumns());

  private final KernelLake lake;

  public KernelQuarantineView(KernelLake lake) {
    this.lake = lake;
  }

  private static StructType with(StructType columns) {
    StructType all = columns;
    for (StructField field : DECISION.fields()) {
      all = all.add(field);
    }
    return all;
  }

  @Override
  public void forEach(long version, Consumer<QuarantinedRecord> consumer) {
    Map<SourcePosition, String> releases = releases(version);
    forEachQuarantined(
        version,
        record -> {
          if (!releases.containsKey(record.record().source())) {
            consumer.accept(record);
          }
        });
  }

  @Override
  public void forEachReleased(long version, Consumer<ReleasedRecord> consumer) {
    Map<SourcePosition, String> releases = releases(version);
    if (!releases.isEmpty()) {
      forEachQuarantined(
          version,
          record -> {
            String ruleSet = releases.get(record.record().source());
            if (ruleSet != null) {
              consumer.accept(new ReleasedRecord(record, ruleSet));
            }
          });
    }
  }

  private void forEachQuarantined(long version, Consumer<QuarantinedRecord> consumer) {
    lake.table(TableId.QUARANTINE)
        .files(version, COLUMNS)
        .forEach(
            file ->
                file.forEachRow(
                    row -> {
                      if (!isRelease(row)) {
                        consumer.accept(quarantined(row));
                      }
                    }));
  }

  /** By its source, the rule set under which a record was released: its row has no reasons. */
  private Map<SourcePosition, String> releases(long version) {
    Map<SourcePosition, String> releases = new HashMap<>();
    lake.table(TableId.QUARANTINE)
        .forEachRow(
            version,
            RELEASES,
            row -> {
              if (isRelease(row)) {
                releases.put(RecordColumns.source(row), row.text("rule_set_version"));
              }
            });
    return releases;
  }

  /** What to read for {@link #quarantined}. */
  public static WantedColumns columns() {
    return COLUMNS;
  }

  /** True for the row that releases a record, which another row has quarantined. */
  public static boolean isRelease(StoredRow row) {
    return reasons(row).isEmpty();
  }

  /** The quarantined record in a row that has these columns and is no release. */
  public static QuarantinedRecord quarantined(StoredRow row) {
    return new QuarantinedRecord(
        RecordColumns.record(row), reasons(row), row.text("rule_set_version"));
  }

  private static List<QuarantineReason> reasons(StoredRow row) {
    if (!row.has("reasons")) {
      throw row.never("a record without reasons");
    }
    return row.structs("reasons", KernelQuarantineView::reason);
  }

  private static QuarantineReason reason(StoredRow reason) {
    return new QuarantineReason(reason.text("code"), reason.text("field"), reason.text("sentence"));
  }
}
