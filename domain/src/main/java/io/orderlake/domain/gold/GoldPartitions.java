package io.orderlake.domain.gold;

import io.vavr.collection.SortedMap;
import java.util.Set;
import java.util.function.Consumer;

/** Reads a Gold table partition by partition, for whoever keeps a copy of it. */
public interface GoldPartitions {
  /**
   * By partition, what its cells lie in, as a short text: two versions, or tables, in which that is
   * the same hold the same cells there. The other way round nothing follows: files that were joined
   * are others. Opens no data file.
   *
   * @param version the table's version, from a published lake version
   * @return every partition that has a cell, and perhaps some that have none
   * @throws io.orderlake.domain.lake.LakeFailure when the table cannot be read at that version
   */
  SortedMap<String, String> contents(GoldProjection projection, long version);

  /**
   * Shows every cell of some partitions, one after the other, in no particular order.
   *
   * @throws io.orderlake.domain.lake.LakeFailure as for {@link #contents}
   */
  void forEach(
      GoldProjection projection, long version, Set<String> partitions, Consumer<GoldCell> consumer);
}
