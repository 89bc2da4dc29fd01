package io.orderlake.adapters.openlineage;

import io.orderlake.domain.lake.TableId;
import io.vavr.collection.Seq;

/** The columns of the lake's tables, which do not change while a process runs. */
@FunctionalInterface
public interface TableColumns {
  /**
   * One table's.
   *
   * @return in the table's order; empty when they are not known
   */
  Seq<Column> of(TableId table);

  /**
   * One column.
   *
   * @param type as Delta names it
   */
  record Column(String name, String type) {}
}
