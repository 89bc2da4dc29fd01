package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.delta.file.FilePart;
import io.orderlake.adapters.spark.delta.file.TableRows;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.table.BronzeColumns;
import io.orderlake.domain.table.QuarantineColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Finds the records of the quarantine that were released.
 *
 * @param rows reads {@link #COLUMNS}
 */
record FindReleased(TableRows rows) implements FlatMapFunction<Iterator<FilePart>, SourcePosition> {
  static final List<String> COLUMNS =
      List.of(
          BronzeColumns.TOPIC,
          BronzeColumns.PARTITION,
          BronzeColumns.OFFSET,
          QuarantineColumns.REASONS);

  @Override
  public Iterator<SourcePosition> call(Iterator<FilePart> files) {
    List<SourcePosition> released = new ArrayList<>();
    while (files.hasNext()) {
      FilePart part = files.next();
      Iterator<InternalRow> stored = rows.of(part.file());
      while (stored.hasNext()) {
        InternalRow row = stored.next();
        if (row.getArray(3).numElements() == 0) {
          released.add(new SourcePosition(row.getString(0), row.getInt(1), row.getLong(2)));
        }
      }
    }
    return released.iterator();
  }
}
