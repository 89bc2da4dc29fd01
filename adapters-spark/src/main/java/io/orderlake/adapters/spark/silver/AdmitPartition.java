package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.Micros;
import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.TableFiles;
import io.orderlake.domain.order.RuleSet;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.ContentHash;
import io.orderlake.domain.silver.Verdict;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/**
 * Decides on duplicates and writes both tables' files. Gets judged rows sorted by key, and within a
 * key in Bronze order.
 *
 * @param rules for the conflict's verdict
 * @param held by event id, the content hashes that Silver's history holds
 */
record AdmitPartition(
    TableFiles silver,
    TableFiles quarantine,
    RuleSet rules,
    Broadcast<Map<UTF8String, byte[]>> held)
    implements FlatMapFunction<Iterator<InternalRow>, RefinedPart> {

  @Override
  public Iterator<RefinedPart> call(Iterator<InternalRow> rows) throws Exception {
    Task task = new Task();
    while (rows.hasNext()) {
      task.take(rows.next());
    }
    return List.of(task.close()).iterator();
  }

  private final class Task {
    private final TableFiles.Writer silverFiles = silver.open();
    private final TableFiles.Writer quarantineFiles = quarantine.open();
    private final UTF8String ruleSet = UTF8String.fromString(rules.version());
    private final RefinedPart.Tally tally = new RefinedPart.Tally();
    private @Nullable UTF8String eventId;
    private @Nullable ContentHash content;

    void take(InternalRow row) {
      if (row.isNullAt(StagedRow.ORDER)) {
        reject(row, row.getArray(StagedRow.REASONS), row.getBoolean(StagedRow.HALTS));
        return;
      }
      UTF8String id = row.getUTF8String(StagedRow.KEY);
      if (!id.equals(eventId)) {
        eventId = id.copy();
        byte[] history = held.value().get(eventId);
        content = history == null ? null : ContentHash.ofBytes(history);
      }
      InternalRow order = row.getStruct(StagedRow.ORDER, SilverLayout.ROW.size());
      ContentHash candidate = ContentHash.ofBytes(order.getBinary(SilverLayout.CONTENT_HASH));
      switch (Admission.of(content, candidate)) {
        case FIRST -> {
          content = candidate;
          silverFiles.write(eventDate(order), order);
          tally.refined(order.getArray(SilverLayout.WARNINGS));
        }
        case DUPLICATE -> tally.duplicate();
        case CONFLICT -> {
          Verdict.Rejected conflict = rules.conflict(id.toString());
          reject(row, StagedRow.reasons(conflict.reasons()), conflict.halts());
        }
      }
    }

    private void reject(InternalRow row, ArrayData reasons, boolean halts) {
      String date = LocalDate.ofEpochDay(row.getInt(StagedRow.INGEST_DATE)).toString();
      quarantineFiles.write(date, StagedRow.quarantineRow(row, reasons, ruleSet));
      tally.quarantined(BronzeRows.record(row).source(), reasons, halts);
    }

    private static String eventDate(InternalRow order) {
      return LocalDate.ofInstant(
              Micros.instant(order.getLong(SilverLayout.EVENT_TIME)), ZoneOffset.UTC)
          .toString();
    }

    RefinedPart close() throws Exception {
      return new RefinedPart(silverFiles.close(), quarantineFiles.close(), tally);
    }
  }
}
