package io.orderlake.adapters.delta.quarantine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.delta.kernel.expressions.Literal;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.orderlake.adapters.delta.lake.DeltaTableWriter;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.RecordColumns;
import io.orderlake.adapters.delta.lake.StoredRecords;
import io.orderlake.application.contract.QuarantineViewContract;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantineView;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class KernelQuarantineViewTest extends QuarantineViewContract {
  private static final int INGEST_DAY = 20_000;
  private static final int REASONS = RecordColumns.schema().length();
  private static final StructType REASON =
      new StructType()
          .add("code", StringType.STRING)
          .add("field", StringType.STRING)
          .add("sentence", StringType.STRING);
  private static final StructType SCHEMA =
      RecordColumns.schema()
          .add("reasons", new ArrayType(REASON, true))
          .add("rule_set_version", StringType.STRING)
          .add("line", IntegerType.INTEGER)
          .add("ingest_date", DateType.DATE);

  /** As it was before records were taken apart. */
  private static final StructType FIRST_LAYOUT =
      RecordColumns.schema()
          .add("reasons", new ArrayType(REASON, true))
          .add("rule_set_version", StringType.STRING)
          .add("ingest_date", DateType.DATE);

  @TempDir private Path root;

  @Override
  protected QuarantineView view() {
    return new KernelQuarantineView(KernelLake.at(root));
  }

  @Override
  protected long append(List<QuarantinedRecord> records) {
    return append(root, records);
  }

  @Override
  protected long release(List<ReleasedRecord> records) {
    return release(root, records);
  }

  /** Appends releases to the quarantine of a lake. */
  public static long release(Path lake, List<ReleasedRecord> records) {
    return appendRows(
        lake,
        records.stream()
            .map(
                released -> {
                  Map<Integer, Object> row = row(released.record());
                  row.put(REASONS, List.of());
                  row.put(REASONS + 1, released.ruleSet());
                  return row;
                })
            .toList());
  }

  /** Appends to the quarantine of a lake. */
  public static long append(Path lake, List<QuarantinedRecord> records) {
    return appendRows(lake, records.stream().map(KernelQuarantineViewTest::row).toList());
  }

  private static long appendRows(Path lake, List<Map<Integer, Object>> rows) {
    return appendRows(lake, SCHEMA, rows);
  }

  private static long appendRows(Path lake, StructType schema, List<Map<Integer, Object>> rows) {
    Literal today = Literal.ofDate(INGEST_DAY);
    return new DeltaTableWriter(lake.resolve("silver/quarantine"), schema, "ingest_date")
        .commit(Set.of(), rows.isEmpty() ? Map.of() : Map.of(today, rows), Map.of());
  }

  private void failsNaming(Map<Integer, Object> row, String what) {
    long version = appendRows(root, List.of(row));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> view().forEach(version, shown -> {}))
        .withMessageContaining(".parquet")
        .withMessageContaining(what)
        .matches(failure -> !failure.retryable());
  }

  @Test
  void what_was_quarantined_and_released_before_lines_were_is_shown() {
    Map<Integer, Object> held = row(record(1));
    held.put(REASONS + 2, INGEST_DAY);
    Map<Integer, Object> released = row(record(2));
    released.put(REASONS + 2, INGEST_DAY);
    Map<Integer, Object> release = new HashMap<>(released);
    release.put(REASONS, List.of());
    release.put(REASONS + 1, "rules-2");
    long version = appendRows(root, FIRST_LAYOUT, List.of(held, released, release));

    List<QuarantinedRecord> shown = new ArrayList<>();
    view().forEach(version, shown::add);
    assertThat(shown).containsExactly(record(1));
    List<ReleasedRecord> gone = new ArrayList<>();
    view().forEachReleased(version, gone::add);
    assertThat(gone).containsExactly(new ReleasedRecord(record(2), "rules-2"));
  }

  @Test
  void a_record_without_reasons_is_named() {
    Map<Integer, Object> row = row(record(1));
    row.remove(REASONS);

    failsNaming(row, "without reasons");
  }

  @Test
  void a_timestamp_type_that_kafka_does_not_have_is_named() {
    Map<Integer, Object> row = row(record(1));
    row.put(4, 7);

    failsNaming(row, "timestamp_type 7");
  }

  private static Map<Integer, Object> row(QuarantinedRecord quarantined) {
    Map<Integer, Object> row = StoredRecords.row(quarantined.record());
    row.put(REASONS, quarantined.reasons().stream().map(KernelQuarantineViewTest::row).toList());
    row.put(REASONS + 1, quarantined.ruleSet());
    row.put(
        REASONS + 2,
        quarantined.line() == BronzeOrder.WHOLE_RECORD ? null : (Integer) quarantined.line());
    row.put(REASONS + 3, INGEST_DAY);
    return row;
  }

  private static Map<Integer, Object> row(QuarantineReason reason) {
    return Map.of(0, reason.code(), 1, reason.field(), 2, reason.sentence());
  }
}
