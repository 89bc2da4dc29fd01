package io.orderlake.adapters.spark.delta.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Rows of partitions that have no open file, kept in memory up to a bound. */
final class WaitingRows {
  private static final long MOST_BYTES = 32L << 20;

  /** Of a row's objects, beside what they hold. */
  private static final int ROW_BYTES = 500;

  private Map<String, List<InternalRow>> rows = new TreeMap<>();
  private long bytes;

  void add(String partition, InternalRow row) {
    rows.computeIfAbsent(partition, absent -> new ArrayList<>()).add(row.copy());
    bytes += ROW_BYTES + held(row);
  }

  boolean areTooMany() {
    return bytes > MOST_BYTES;
  }

  /** All of them by partition; none is left. */
  Map<String, List<InternalRow>> take() {
    Map<String, List<InternalRow>> taken = rows;
    rows = new TreeMap<>();
    bytes = 0;
    return taken;
  }

  private static long held(InternalRow row) {
    long held = 0;
    for (int i = 0; row instanceof GenericInternalRow && i < row.numFields(); i++) {
      Object value = ((GenericInternalRow) row).values()[i];
      held +=
          value instanceof UTF8String text
              ? text.numBytes()
              : value instanceof byte[] data ? data.length : 0;
    }
    return held;
  }
}
