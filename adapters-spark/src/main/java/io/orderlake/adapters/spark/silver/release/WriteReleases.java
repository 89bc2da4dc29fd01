package io.orderlake.adapters.spark.silver.release;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.PairFiles;
import io.orderlake.adapters.spark.silver.QuarantineRows;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.OneAfterAnother;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Writes what is released: a row without reasons to the quarantine, and to Silver what becomes a
 * row. Of a record that is taken apart now, lines that do not pass are quarantined by themselves.
 *
 * @param records reads all data columns of the quarantine
 */
public record WriteReleases(
    DataFileReader records, PairFiles tables, RecordRefiner refiner, Releases releases)
    implements FlatMapFunction<Iterator<InputFile>, RefinedPart> {

  @Override
  public Iterator<RefinedPart> call(Iterator<InputFile> files) throws Exception {
    PairFiles.Writer written = tables.open(refiner.rules().version());
    OneAfterAnother judging = new OneAfterAnother(refiner);
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> rows = records.of(input.file());
      for (int number = 0; rows.hasNext(); number++) {
        InternalRow row = rows.next();
        if (releases.isReleased(input.number(), number)) {
          release(input, number, row, judging, written);
        }
      }
    }
    return List.of(written.close()).iterator();
  }

  private void release(
      InputFile input,
      int number,
      InternalRow row,
      OneAfterAnother judging,
      PairFiles.Writer written) {
    BronzeRecord record = BronzeRows.record(row);
    Judgement judged = judging.refine(record);
    int held = QuarantineRows.line(row);
    List<BronzeOrder> places = judged.placesHeldAt(record.order(), held);
    List<Verdict> verdicts = judged.heldAt(held);
    String ingestDate = input.file().partition();
    for (int i = 0; i < verdicts.size(); i++) {
      BronzeOrder place = places.get(i);
      boolean isRow = releases.isRow(input.number(), number, place.line());
      boolean isHeldAgain = releases.isHeldAgain(input.number(), number, place.line());
      if (verdicts.get(i) instanceof Verdict.Accepted accepted) {
        String eventId = accepted.order().eventId();
        if (isRow) {
          written.refine(accepted.order());
        } else if (isHeldAgain) {
          written.quarantine(ingestDate, row, place, refiner.rules().conflict(eventId));
        }
      } else if (verdicts.get(i) instanceof Verdict.Cancels cancels) {
        String eventId = cancels.cancellation().eventId();
        if (isRow) {
          written.refine(releases.withdrawals().by(cancels.cancellation()));
        } else if (isHeldAgain) {
          written.hold(ingestDate, row, place, eventId, refiner.rules().waits(eventId));
        }
      } else if (verdicts.get(i) instanceof Verdict.Rejected rejected) {
        written.quarantine(ingestDate, row, place, rejected);
      }
    }
    written.release(ingestDate, row);
  }
}
