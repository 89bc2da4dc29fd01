package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.domain.silver.RecordRefiner;
import java.util.Iterator;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/** Shows each Bronze row of a task to the domain's refiner, once. */
record JudgePartition(RecordRefiner refiner)
    implements FlatMapFunction<Iterator<InternalRow>, InternalRow> {
  @Override
  public Iterator<InternalRow> call(Iterator<InternalRow> rows) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public InternalRow next() {
        InternalRow row = rows.next();
        return StagedRow.of(row, refiner.refine(BronzeRows.record(row)));
      }
    };
  }
}
