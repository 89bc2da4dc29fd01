package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.order.OptionalField;
import io.orderlake.domain.silver.Releasing;
import io.orderlake.domain.table.SilverColumns;
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
    implements FlatMapFunction<Iterator<InputFile>, Releasing.RefinedRow> {
  static final List<String> COLUMNS =
      List.of(
          SilverColumns.EVENT_ID,
          SilverColumns.INGEST_SEQUENCE,
          SilverColumns.SOURCE_TOPIC,
          SilverColumns.SOURCE_PARTITION,
          SilverColumns.SOURCE_OFFSET,
          SilverColumns.CONTENT_HASH,
          SilverColumns.SOURCE_LINE,
          OptionalField.KIND.field());

  @Override
  public Iterator<Releasing.RefinedRow> call(Iterator<InputFile> files) {
    List<Releasing.RefinedRow> holders = new ArrayList<>();
    while (files.hasNext()) {
      InputFile input = files.next();
      Iterator<InternalRow> stored = rows.of(input.file());
      while (stored.hasNext()) {
        InternalRow row = stored.next();
        String eventId = row.getString(0);
        if (eventIds.contains(eventId)) {
          holders.add(
              new Releasing.RefinedRow(
                  eventId, holder(row), SilverRows.isWithdrawal(row, COLUMNS.size() - 1)));
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
