package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.silver.Releasing;
import io.orderlake.domain.table.SilverColumns;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Finds the Silver rows that have some event ids.
 *
 * @param rows reads {@link #COLUMNS}
 * @param eventIds those that are looked for
 */
record FindHolders(DataFileReader rows, HashSet<String> eventIds)
    implements FlatMapFunction<Iterator<InputFile>, FindHolders.Found> {
  static final List<String> COLUMNS =
      List.of(
          SilverColumns.EVENT_ID,
          SilverColumns.INGEST_SEQUENCE,
          SilverColumns.SOURCE_TOPIC,
          SilverColumns.SOURCE_PARTITION,
          SilverColumns.SOURCE_OFFSET,
          SilverColumns.CONTENT_HASH,
          SilverColumns.SOURCE_LINE);

  /** The line that became the row of an event. */
  record Found(String eventId, Releasing.Holder holder) implements Serializable {}

  @Override
  public Iterator<Found> call(Iterator<InputFile> files) {
    List<Found> holders = new ArrayList<>();
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> stored = rows.of(input.file());
      while (stored.hasNext()) {
        InternalRow row = stored.next();
        String eventId = row.getString(0);
        if (eventIds.contains(eventId)) {
          holders.add(new Found(eventId, holder(row)));
        }
      }
    }
    return holders.iterator();
  }

  private static Releasing.Holder holder(InternalRow row) {
    return new Releasing.Holder(
        new BronzeOrder(
            row.getLong(1),
            new SourcePosition(row.getString(2), row.getInt(3), row.getLong(4)),
            SilverRows.line(row, 6)),
        ContentHash.ofBytes(row.getBinary(5)));
  }
}
