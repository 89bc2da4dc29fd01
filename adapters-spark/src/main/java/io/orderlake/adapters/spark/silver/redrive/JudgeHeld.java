package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.bronze.BronzeRows;
import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.QuarantineRows;
import io.orderlake.adapters.spark.silver.release.JudgedAgain;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.silver.OneAfterAnother;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Releasing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * Judges what the quarantine holds: records, and lines of records.
 *
 * @param rows reads all data columns of the quarantine
 * @param reason judges only what has that reason code, and cancellations that may be released with
 *     their events; null for all
 * @param released the places of what is no longer held
 */
record JudgeHeld(
    DataFileReader rows,
    RecordRefiner refiner,
    @Nullable String reason,
    HashSet<BronzeOrder> released)
    implements FlatMapFunction<Iterator<InputFile>, JudgedAgain> {

  @Override
  public Iterator<JudgedAgain> call(Iterator<InputFile> files) {
    ArrayList<JudgedAgain.Held> passing = new ArrayList<>();
    HashMap<String, Long> staying = new HashMap<>();
    long judged = 0;
    OneAfterAnother records = new OneAfterAnother(refiner);
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> stored = rows.of(input.file());
      for (int number = 0; stored.hasNext(); number++) {
        InternalRow row = stored.next();
        List<String> codes = QuarantineRows.codes(row);
        BronzeRecord record = BronzeRows.record(row);
        BronzeOrder place = record.order().ofLine(QuarantineRows.line(row));
        boolean isAsked = isAskedFor(codes);
        boolean mayFollow = codes.contains(OrderRules.CANCELLATION_WAITS);
        if ((isAsked || mayFollow) && !released.contains(place)) {
          judged += isAsked ? 1 : 0;
          Releasing.Held again = Releasing.Held.of(place, records.refine(record));
          if (again.mayMove()) {
            passing.add(new JudgedAgain.Held(isAsked, input.number(), number, codes, again));
          } else if (isAsked) {
            codes.forEach(code -> staying.merge(code, 1L, Long::sum));
          }
        }
      }
    }
    return List.of(new JudgedAgain(passing, judged, staying)).iterator();
  }

  private boolean isAskedFor(List<String> codes) {
    return !codes.isEmpty() && (reason == null || codes.contains(reason));
  }
}
