package io.orderlake.adapters.spark.delta.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeProjection;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.StructType;

/**
 * Rows of partitions that have no open file, kept in memory up to a bound: each as one array of
 * bytes, which is a good deal less than its objects.
 */
final class WaitingRows {
  /** Of the heap, for all tasks that run at once. */
  private static final int SHARE = 8;

  private static final long MOST_BYTES =
      Runtime.getRuntime().maxMemory() / SHARE / Runtime.getRuntime().availableProcessors();

  /** Of a row's objects, beside its bytes. */
  private static final int ROW_BYTES = 80;

  private final UnsafeProjection compact;
  private Map<String, List<UnsafeRow>> rows = new TreeMap<>();
  private long bytes;

  WaitingRows(StructType schema) {
    this.compact = UnsafeProjection.create(schema);
  }

  void add(String partition, InternalRow row) {
    UnsafeRow kept = compact.apply(row).copy();
    rows.computeIfAbsent(partition, absent -> new ArrayList<>()).add(kept);
    bytes += ROW_BYTES + kept.getSizeInBytes();
  }

  boolean areTooMany() {
    return bytes > MOST_BYTES;
  }

  /** All of them by partition; none is left. */
  Map<String, List<UnsafeRow>> take() {
    Map<String, List<UnsafeRow>> taken = rows;
    rows = new TreeMap<>();
    bytes = 0;
    return taken;
  }
}
