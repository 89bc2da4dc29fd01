package io.orderlake.application.twin;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableSizes;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.control.Option;

/** The sizes of tables, set by hand. */
public final class InMemoryTableSizes implements TableSizes {
  private volatile Map<TableId, Size> sizes = HashMap.empty();
  private volatile Map<TableId, List<Long>> files = HashMap.empty();

  /** The next version of a table has these files, by their bytes. */
  public synchronized void commit(TableId table, List<Long> bytes) {
    long version = sizes.get(table).map(size -> size.version() + 1).getOrElse(0L);
    files = files.put(table, bytes);
    sizes = sizes.put(table, Size.of(version, bytes));
  }

  /** The next version of a table has one file more. */
  public synchronized void add(TableId table, long bytes) {
    commit(table, files.getOrElse(table, List.empty()).append(bytes));
  }

  @Override
  public Option<Size> now(TableId table) {
    return sizes.get(table);
  }
}
