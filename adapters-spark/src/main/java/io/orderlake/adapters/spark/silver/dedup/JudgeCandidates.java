package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
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
record JudgeCandidates(
    DataFileReader records, RecordRefiner refiner, HashMap<Integer, int[]> suspects)
    implements FlatMapFunction<Iterator<InputFile>, Claim> {

  @Override
  public Iterator<Claim> call(Iterator<InputFile> files) {
    List<Claim> claims = new ArrayList<>();
    files.forEachRemaining(input -> judge(input, claims));
    return claims.iterator();
  }

  private void judge(InputFile input, List<Claim> claims) {
    Iterator<InternalRow> rows = records.of(input.file());
    int row = -1;
    for (int suspect : suspects.getOrDefault(input.number(), new int[0])) {
      InternalRow found;
      do {
        found = rows.next();
        row++;
      } while (row < suspect);
      for (Verdict verdict : refiner.refine(BronzeRows.record(found)).verdicts()) {
        if (verdict instanceof Verdict.Accepted accepted) {
          RefinedOrder order = accepted.order();
          claims.add(
              new Claim(
                  input.number(),
                  row,
                  order.provenance().order(),
                  IdKey.text(order.eventId()),
                  order.contentHash()));
        }
      }
    }
  }
}
