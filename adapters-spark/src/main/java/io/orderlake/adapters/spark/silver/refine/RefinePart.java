package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.PairFiles;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.adapters.spark.silver.dedup.Refused;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Judges Bronze's records, each once, and writes both tables' files.
 *
 * @param records reads Bronze's records
 * @param refused what becomes of valid records that are not the first of their event
 */
record RefinePart(DataFileReader records, PairFiles tables, RecordRefiner refiner, Refused refused)
    implements FlatMapFunction<Iterator<InputFile>, RefinedPart> {

  @Override
  public Iterator<RefinedPart> call(Iterator<InputFile> files) throws Exception {
    PairFiles.Writer written = tables.open(refiner.rules().version());
    files.forEachRemaining(input -> refine(input, written));
    return List.of(written.close()).iterator();
  }

  private void refine(InputFile input, PairFiles.Writer written) {
    String ingestDate = input.file().partition();
    Refused.OfFile refusedRows = refused.of(input);
    Iterator<InternalRow> rows = records.of(input.file());
    for (int number = 0; rows.hasNext(); number++) {
      InternalRow row = rows.next();
      BronzeRecord record = BronzeRows.record(row);
      Verdict verdict = refiner.refine(record);
      if (verdict instanceof Verdict.Accepted accepted) {
        Admission admission = refusedRows.admission(number);
        if (admission == Admission.FIRST) {
          written.refine(accepted.order());
        } else if (admission == Admission.DUPLICATE) {
          written.duplicate();
        } else {
          verdict = refiner.rules().conflict(accepted.order().eventId());
        }
      }
      if (verdict instanceof Verdict.Rejected rejected) {
        written.quarantine(ingestDate, row, record.source(), rejected);
      }
    }
  }
}
