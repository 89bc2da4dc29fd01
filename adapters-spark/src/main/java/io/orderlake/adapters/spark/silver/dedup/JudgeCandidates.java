package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.RecordRefiner;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Judges the suspect records alone, so that it can be decided which of them claim what of an event.
 *
 * @param records reads Bronze's records
 */
record JudgeCandidates(DataFileReader records, RecordRefiner refiner, RowsOfFiles suspects)
    implements FlatMapFunction<Iterator<InputFile>, Claim> {
  @Override
  public Iterator<Claim> call(Iterator<InputFile> files) {
    List<Claim> claims = new ArrayList<>();
    files.forEachRemaining(
        input ->
            suspects.judge(
                records,
                input,
                refiner,
                (row, verdict) -> {
                  Claim claim = Claim.of(input.number(), row, verdict);
                  if (claim != null) {
                    claims.add(claim);
                  }
                }));
    return claims.iterator();
  }
}
