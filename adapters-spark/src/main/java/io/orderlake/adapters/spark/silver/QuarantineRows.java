package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.bronze.BronzeLayout;
import io.orderlake.domain.quarantine.QuarantineReason;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.catalyst.util.ArrayData;
import org.apache.spark.sql.catalyst.util.GenericArrayData;
import org.apache.spark.unsafe.types.UTF8String;
import org.jspecify.annotations.Nullable;

/** Reads and writes quarantined records as Spark's rows. */
public final class QuarantineRows {
  private QuarantineRows() {}

  /**
   * The Bronze record with these reasons; good as long as the record's row is.
   *
   * @param line which of its lines has them
   * @param waitsFor the id of the event that it waits for; null for none
   */
  static InternalRow row(
      InternalRow record,
      int line,
      List<QuarantineReason> reasons,
      UTF8String ruleSet,
      @Nullable UTF8String waitsFor) {
    int columns = BronzeLayout.RECORD.size();
    Object[] values = new Object[QuarantineLayout.COLUMNS];
    for (int i = 0; i < columns; i++) {
      values[i] =
          record.isNullAt(i) ? null : record.get(i, BronzeLayout.RECORD.apply(i).dataType());
    }
    values[QuarantineLayout.REASONS] = reasons(reasons);
    values[QuarantineLayout.RULE_SET_VERSION] = ruleSet;
    values[QuarantineLayout.LINE] = SilverRows.storedLine(line);
    values[QuarantineLayout.WAITS_FOR] = waitsFor;
    return new GenericInternalRow(values);
  }

  /** Which line of its record such a row is about. */
  public static int line(InternalRow row) {
    return SilverRows.line(row, QuarantineLayout.LINE);
  }

  /** The id of the event that such a row waits for, or did when it was written; null for none. */
  static @Nullable UTF8String waitsFor(InternalRow row) {
    return row.isNullAt(QuarantineLayout.WAITS_FOR)
        ? null
        : row.getUTF8String(QuarantineLayout.WAITS_FOR);
  }

  /** The codes of the reasons in such a row; none in the row that releases a record. */
  public static List<String> codes(InternalRow row) {
    return codes(row.getArray(QuarantineLayout.REASONS));
  }

  /** The codes of these reasons. */
  static List<String> codes(ArrayData reasons) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < reasons.numElements(); i++) {
      codes.add(
          reasons.getStruct(i, QuarantineLayout.REASON.size()).getString(QuarantineLayout.CODE));
    }
    return codes.stream().distinct().toList();
  }

  private static ArrayData reasons(List<QuarantineReason> reasons) {
    return new GenericArrayData(
        reasons.stream()
            .map(
                reason ->
                    new GenericInternalRow(
                        new Object[] {
                          UTF8String.fromString(reason.code()),
                          UTF8String.fromString(reason.field()),
                          UTF8String.fromString(reason.sentence())
                        }))
            .toArray());
  }
}
