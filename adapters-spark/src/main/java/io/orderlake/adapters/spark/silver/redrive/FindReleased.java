package io.orderlake.adapters.spark.silver.redrive;

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
 * Finds the places of what the quarantine held and released.
 *
 * @param rows reads {@link #COLUMNS}
 */
record FindReleased(DataFileReader rows)
    implements FlatMapFunction<Iterator<InputFile>, BronzeOrder> {
  static final List<String> COLUMNS =
      List.of(
          BronzeColumns.TOPIC,
          BronzeColumns.PARTITION,
          BronzeColumns.OFFSET,
          QuarantineColumns.REASONS,
          BronzeColumns.INGEST_SEQUENCE,
          QuarantineColumns.LINE);

  @Override
  public Iterator<BronzeOrder> call(Iterator<InputFile> files) {
    List<BronzeOrder> released = new ArrayList<>();
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> stored = rows.of(input.file());
      while (stored.hasNext()) {
        InternalRow row = stored.next();
        if (row.getArray(3).numElements() == 0) {
          released.add(
              new BronzeOrder(
                  row.getLong(4),
                  new SourcePosition(row.getString(0), row.getInt(1), row.getLong(2)),
                  SilverRows.line(row, 5)));
        }
      }
    }
    return released.iterator();
  }
}
