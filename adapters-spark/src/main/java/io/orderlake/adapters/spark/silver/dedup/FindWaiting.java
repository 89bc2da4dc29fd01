package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.table.BronzeColumns;
import io.orderlake.domain.table.QuarantineColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Finds what the quarantine says of cancellations that wait, or have waited.
 *
 * @param rows reads {@link #COLUMNS}
 */
record FindWaiting(DataFileReader rows)
    implements FlatMapFunction<Iterator<InputFile>, FindWaiting.Found> {
  static final List<String> COLUMNS =
      List.of(
          QuarantineColumns.WAITS_FOR,
          BronzeColumns.TOPIC,
          BronzeColumns.PARTITION,
          BronzeColumns.OFFSET,
          BronzeColumns.INGEST_SEQUENCE,
          QuarantineColumns.LINE,
          QuarantineColumns.REASONS);

  /** A row that sets a cancellation aside, or one that releases it. */
  record Found(Claim claim, boolean isRelease) implements java.io.Serializable {}

  @Override
  public Iterator<Found> call(Iterator<InputFile> files) {
    List<Found> found = new ArrayList<>();
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> stored = rows.of(input.file());
      for (int number = 0; stored.hasNext(); number++) {
        InternalRow row = stored.next();
        if (!row.isNullAt(0)) {
          Claim claim = Claim.waiting(input.number(), number, place(row), row.getString(0));
          found.add(new Found(claim, row.getArray(6).numElements() == 0));
        }
      }
    }
    return found.iterator();
  }

  private static BronzeOrder place(InternalRow row) {
    return new BronzeOrder(
        row.getLong(4),
        new SourcePosition(row.getString(1), row.getInt(2), row.getLong(3)),
        SilverRows.line(row, 5));
  }
}
