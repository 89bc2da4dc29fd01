package io.orderlake.adapters.spark.silver.dedup;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.adapters.spark.silver.SilverRows;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.table.SilverColumns;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * Finds the rows of Silver that some events are. A file is read whole only where it has one.
 *
 * @param ids reads {@link #ID} of Silver
 * @param rows reads all its data columns
 * @param eventIds the keys of the event ids
 */
record FindOrders(DataFileReader ids, DataFileReader rows, HashSet<String> eventIds)
    implements FlatMapFunction<Iterator<InputFile>, RefinedOrder> {
  static final List<String> ID = List.of(SilverColumns.EVENT_ID);

  @Override
  public Iterator<RefinedOrder> call(Iterator<InputFile> files) {
    List<RefinedOrder> found = new ArrayList<>();
    while (files.hasNext()) {
      InputFile input = files.next();
      if (isIn(input)) {
        Iterator<InternalRow> stored = rows.of(input.file());
        while (stored.hasNext()) {
          RefinedOrder order = SilverRows.order(stored.next());
          if (!order.isWithdrawal() && eventIds.contains(IdKey.text(order.eventId()))) {
            found.add(order);
          }
        }
      }
    }
    return found.iterator();
  }

  /** Reads to the end even where it is found out before, so that the file is closed. */
  private boolean isIn(InputFile input) {
    boolean found = false;
    Iterator<InternalRow> stored = ids.of(input.file());
    while (stored.hasNext()) {
      found |= eventIds.contains(IdKey.text(stored.next().getString(0)));
    }
    return found;
  }
}
