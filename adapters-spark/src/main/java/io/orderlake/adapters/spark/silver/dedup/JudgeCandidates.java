package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.FilePart;
import io.orderlake.adapters.spark.delta.file.TableRows;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Judges the suspect records alone, so that it can be decided which of them claim an event id.
 *
 * @param records reads Bronze's records
 * @param suspects by the file's number, the suspect rows in ascending order
 */
record JudgeCandidates(TableRows records, RecordRefiner refiner, HashMap<Integer, int[]> suspects)
    implements FlatMapFunction<Iterator<FilePart>, Claim> {

  @Override
  public Iterator<Claim> call(Iterator<FilePart> files) {
    List<Claim> claims = new ArrayList<>();
    files.forEachRemaining(part -> judge(part, claims));
    return claims.iterator();
  }

  private void judge(FilePart part, List<Claim> claims) {
    Iterator<InternalRow> rows = records.of(part.file());
    int row = -1;
    for (int suspect : suspects.getOrDefault(part.number(), new int[0])) {
      InternalRow found;
      do {
        found = rows.next();
        row++;
      } while (row < suspect);
      BronzeRecord record = BronzeRows.record(found);
      if (refiner.refine(record) instanceof Verdict.Accepted accepted) {
        RefinedOrder order = accepted.order();
        claims.add(
            new Claim(
                part.number(),
                row,
                record.order(),
                IdKey.text(order.eventId()),
                order.contentHash()));
      }
    }
  }
}
