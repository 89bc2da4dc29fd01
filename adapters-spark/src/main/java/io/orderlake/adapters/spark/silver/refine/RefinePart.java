package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.PairFiles;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.adapters.spark.silver.dedup.Refused;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Judgement;
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
      Judgement judged = refiner.refine(record);
      if (judged.isTakenApart()) {
        written.furtherLines(judged.furtherLines());
        for (int line = 0; line < judged.verdicts().size(); line++) {
          Verdict verdict =
              refine(judged.verdicts().get(line), refusedRows.admission(number, line), written);
          if (verdict instanceof Verdict.Rejected rejected) {
            written.quarantine(ingestDate, row, record.order().ofLine(line), rejected);
          }
        }
      } else {
        Verdict verdict = refine(judged.whole(), refusedRows.admission(number), written);
        if (verdict instanceof Verdict.Rejected rejected) {
          written.quarantine(ingestDate, row, record.order(), rejected);
        }
      }
    }
  }

  /** The verdict, which is another where an earlier line has the event with other content. */
  private Verdict refine(Verdict verdict, Admission admission, PairFiles.Writer written) {
    if (verdict instanceof Verdict.Accepted accepted) {
      switch (admission) {
        case FIRST -> written.refine(accepted.order());
        case DUPLICATE -> written.duplicate();
        case CONFLICT -> {
          return refiner.rules().conflict(accepted.order().eventId());
        }
      }
    }
    return verdict;
  }
}
