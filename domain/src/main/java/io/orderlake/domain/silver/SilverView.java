package io.orderlake.domain.silver;

import io.orderlake.domain.lake.TablePart;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;

/** Reads Silver's rows as they were at one version. */
public interface SilverView {
  /**
   * Every row, each in one part; parts and rows in no particular order.
   *
   * @param version the table's version, from a published lake version
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read at that version
   */
  Seq<TablePart<RefinedOrder>> parts(long version);

  /**
   * The currencies that the rows have, each with the highest ingest sequence among its rows.
   *
   * @param version as above
   */
  SortedMap<String, Long> currencies(long version);
}
