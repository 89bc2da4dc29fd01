package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.FilePart;
import io.orderlake.adapters.spark.delta.TableFiles;
import io.orderlake.adapters.spark.delta.TableRows;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Writes what is released: a row without reasons to the quarantine, and to Silver what becomes a
 * row.
 *
 * @param records reads all data columns of the quarantine
 */
record WriteReleases(
    TableRows records,
    TableFiles silver,
    TableFiles quarantine,
    RecordRefiner refiner,
    Releases releases)
    implements FlatMapFunction<Iterator<FilePart>, RefinedPart> {

  @Override
  public Iterator<RefinedPart> call(Iterator<FilePart> files) throws Exception {
    TableFiles.Writer silverFiles = silver.open();
    TableFiles.Writer quarantineFiles = quarantine.open();
    RefinedPart.Tally tally = new RefinedPart.Tally();
    EventDates dates = new EventDates();
    UTF8String ruleSet = UTF8String.fromString(refiner.rules().version());
    while (files.hasNext()) {
      FilePart part = files.next();
      Iterator<InternalRow> rows = records.of(part.file());
      for (int number = 0; rows.hasNext(); number++) {
        InternalRow row = rows.next();
        boolean isRow = releases.isRow(part.number(), number);
        if (isRow) {
          RefinedOrder order = order(row);
          silverFiles.write(dates.of(order), SilverRows.row(order));
          tally.refined(order.provenance().warnings());
        }
        if (isRow || releases.isDuplicate(part.number(), number)) {
          quarantineFiles.write(
              part.file().partition(), QuarantineRows.row(row, List.of(), ruleSet));
        }
      }
    }
    return List.of(new RefinedPart(silverFiles.close(), quarantineFiles.close(), tally)).iterator();
  }

  private RefinedOrder order(InternalRow row) {
    return ((Verdict.Accepted) refiner.refine(BronzeRows.record(row))).order();
  }
}
