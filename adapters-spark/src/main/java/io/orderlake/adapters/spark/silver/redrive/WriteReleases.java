package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.PairFiles;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Writes what is released: a row without reasons to the quarantine, and to Silver what becomes a
 * row.
 *
 * @param records reads all data columns of the quarantine
 */
record WriteReleases(
    DataFileReader records, PairFiles tables, RecordRefiner refiner, Releases releases)
    implements FlatMapFunction<Iterator<InputFile>, RefinedPart> {

  @Override
  public Iterator<RefinedPart> call(Iterator<InputFile> files) throws Exception {
    PairFiles.Writer written = tables.open(refiner.rules().version());
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> rows = records.of(input.file());
      for (int number = 0; rows.hasNext(); number++) {
        InternalRow row = rows.next();
        boolean isRow = releases.isRow(input.number(), number);
        if (isRow) {
          written.refine(order(row));
        }
        if (isRow || releases.isDuplicate(input.number(), number)) {
          written.release(input.file().partition(), row);
        }
      }
    }
    return List.of(written.close()).iterator();
  }

  private RefinedOrder order(InternalRow row) {
    return ((Verdict.Accepted) refiner.refine(BronzeRows.record(row))).order();
  }
}
