package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.FilePart;
import io.orderlake.adapters.spark.delta.TableFiles;
import io.orderlake.adapters.spark.delta.TableRows;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Judges Bronze's records, each once, and writes both tables' files.
 *
 * @param records reads Bronze's records
 * @param refused what becomes of valid records that are not the first of their event
 */
record RefinePart(
    TableRows records,
    TableFiles silver,
    TableFiles quarantine,
    RecordRefiner refiner,
    Refused refused)
    implements FlatMapFunction<Iterator<FilePart>, RefinedPart> {

  @Override
  public Iterator<RefinedPart> call(Iterator<FilePart> files) throws Exception {
    Task task = new Task();
    files.forEachRemaining(task::refine);
    return List.of(task.close()).iterator();
  }

  private final class Task {
    private final TableFiles.Writer silverFiles = silver.open();
    private final TableFiles.Writer quarantineFiles = quarantine.open();
    private final UTF8String ruleSet = UTF8String.fromString(refiner.rules().version());
    private final RefinedPart.Tally tally = new RefinedPart.Tally();
    private final EventDates dates = new EventDates();

    void refine(FilePart part) {
      String ingestDate = part.file().partition();
      Refused.OfFile refusedRows = refused.of(part);
      Iterator<InternalRow> rows = records.of(part.file());
      for (int number = 0; rows.hasNext(); number++) {
        InternalRow row = rows.next();
        BronzeRecord record = BronzeRows.record(row);
        Verdict verdict = refiner.refine(record);
        if (verdict instanceof Verdict.Accepted accepted) {
          Admission admission = refusedRows.admission(number);
          if (admission == Admission.FIRST) {
            silverFiles.write(dates.of(accepted.order()), SilverRows.row(accepted.order()));
            tally.refined(accepted.order().provenance().warnings());
          } else if (admission == Admission.DUPLICATE) {
            tally.duplicate();
          } else {
            verdict = refiner.rules().conflict(accepted.order().eventId());
          }
        }
        if (verdict instanceof Verdict.Rejected rejected) {
          quarantineFiles.write(ingestDate, QuarantineRows.row(row, rejected.reasons(), ruleSet));
          tally.quarantined(record.source(), rejected);
        }
      }
    }

    RefinedPart close() throws Exception {
      return new RefinedPart(silverFiles.close(), quarantineFiles.close(), tally);
    }
  }
}
