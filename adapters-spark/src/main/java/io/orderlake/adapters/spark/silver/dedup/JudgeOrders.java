package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;

/**
 * Judges records of which it is known that orders are among them that become rows, for these.
 *
 * @param records reads records, be it Bronze's or the quarantine's
 * @param rows where they are
 * @param eventIds the keys of their event ids
 */
record JudgeOrders(
    DataFileReader records, RecordRefiner refiner, RowsOfFiles rows, HashSet<String> eventIds)
    implements FlatMapFunction<Iterator<InputFile>, RefinedOrder> {
  @Override
  public Iterator<RefinedOrder> call(Iterator<InputFile> files) {
    List<RefinedOrder> orders = new ArrayList<>();
    files.forEachRemaining(
        input ->
            rows.judge(
                records,
                input,
                refiner,
                (row, verdict) -> {
                  if (verdict instanceof Verdict.Accepted accepted
                      && eventIds.contains(IdKey.text(accepted.order().eventId()))) {
                    orders.add(accepted.order());
                  }
                }));
    return orders.iterator();
  }
}
