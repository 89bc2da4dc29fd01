package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Judges cancellations that wait by the rules in force: those that still cancel their events.
 *
 * @param records reads the quarantine's records
 * @param rows where they are
 * @param waiting what they claim
 */
record JudgeWaiting(
    DataFileReader records, RecordRefiner refiner, RowsOfFiles rows, HashSet<Claim> waiting)
    implements FlatMapFunction<Iterator<InputFile>, Claim> {
  @Override
  public Iterator<Claim> call(Iterator<InputFile> files) {
    List<Claim> passing = new ArrayList<>();
    files.forEachRemaining(
        input ->
            rows.judge(
                records,
                input,
                refiner,
                (row, verdict) -> {
                  if (verdict instanceof Verdict.Cancels cancels) {
                    Cancellation cancellation = cancels.cancellation();
                    Claim claim =
                        Claim.waiting(
                            input.number(),
                            row,
                            cancellation.provenance().order(),
                            cancellation.eventId());
                    if (waiting.contains(claim)) {
                      passing.add(claim);
                    }
                  }
                }));
    return passing.iterator();
  }
}
