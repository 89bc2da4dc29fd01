package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.PairFiles;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.adapters.spark.silver.dedup.Refused;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
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
    FilePart part = new FilePart(input.file().partition(), refused.of(input), written);
    Iterator<InternalRow> rows = records.of(input.file());
    for (int number = 0; rows.hasNext(); number++) {
      InternalRow row = rows.next();
      BronzeRecord record = BronzeRows.record(row);
      Judgement judged = refiner.refine(record);
      written.furtherLines(judged.furtherLines());
      for (int i = 0; i < judged.verdicts().size(); i++) {
        BronzeOrder place = judged.isTakenApart() ? record.order().ofLine(i) : record.order();
        part.take(number, row, place, judged.verdicts().get(i));
      }
    }
  }

  /** One file's lines on their way to both tables. */
  private final class FilePart {
    private final String ingestDate;
    private final Refused.OfFile noted;
    private final PairFiles.Writer written;

    FilePart(String ingestDate, Refused.OfFile noted, PairFiles.Writer written) {
      this.ingestDate = ingestDate;
      this.noted = noted;
      this.written = written;
    }

    void take(int number, InternalRow row, BronzeOrder place, Verdict verdict) {
      if (verdict instanceof Verdict.Accepted accepted) {
        take(row, place, accepted.order(), noted.ofOrder(number, place.line()));
      } else if (verdict instanceof Verdict.Cancels cancels) {
        take(row, place, cancels.cancellation(), noted.ofCancellation(number, place.line()));
      } else if (verdict instanceof Verdict.Rejected rejected) {
        written.quarantine(ingestDate, row, place, rejected);
      }
    }

    private void take(InternalRow row, BronzeOrder place, RefinedOrder order, Admission admission) {
      switch (admission) {
        case FIRST -> written.refine(order);
        case DUPLICATE -> written.duplicate();
        case CONFLICT, WAITS ->
            written.quarantine(ingestDate, row, place, refiner.rules().conflict(order.eventId()));
      }
    }

    private void take(
        InternalRow row, BronzeOrder place, Cancellation cancellation, Admission admission) {
      switch (admission) {
        case FIRST -> written.refine(refused.withdrawals().by(cancellation));
        case DUPLICATE -> written.duplicate();
        case CONFLICT, WAITS ->
            written.hold(
                ingestDate,
                row,
                place,
                cancellation.eventId(),
                refiner.rules().waits(cancellation.eventId()));
      }
    }
  }
}
