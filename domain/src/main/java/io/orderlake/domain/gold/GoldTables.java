package io.orderlake.domain.gold;

import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.vavr.collection.SortedMap;

/**
 * The Gold tables, projections of Silver that are folded together from the same rows.
 *
 * <p>Each table's position is stored in the commit that stores its cells. A crash may leave some
 * tables one range ahead of others; {@link #unread} then gives that same range again, and
 * committing it changes only those that lag. One writer at a time is expected (the active runner);
 * should there be two, one commit of a range succeeds and the other throws.
 *
 * <p>Every method throws {@link io.orderlake.domain.lake.LakeFailure} when a table or its store
 * fails.
 */
public interface GoldTables {
  /**
   * The next Silver commits to fold in, oldest first.
   *
   * @param silverVersion the last Silver version to look at: the published one
   * @param maxRecords where to cut, as in {@link
   *     io.orderlake.domain.silver.SilverTable#unread(long)}
   * @return empty when all Gold tables have read Silver up to that version
   */
  VersionRange unread(long silverVersion, long maxRecords);

  /**
   * Folds a range without making anything visible. When Silver was replaced within the range, what
   * the tables hold is of the Silver before: the range then counts all of the new Silver's rows,
   * and the cells made of them stand for all cells there were.
   *
   * @param range from {@link #unread}
   */
  PreparedRevenue prepare(VersionRange range);

  /**
   * Folds all of Silver without making anything visible; committing it replaces all cells of every
   * table, whatever they were. Done again after a crash between two tables it gives the same.
   *
   * @param silverVersion up to which Silver version
   */
  PreparedRevenue refold(long silverVersion);

  /** Versions and positions of all Gold tables as of now; tables never committed are missing. */
  SortedMap<TableId, TableState> states();

  /**
   * The counts of all ranges committed after those versions, read back from the commits.
   *
   * @param published the Gold tables' states in the last published lake version
   */
  FoldCounts committedSince(SortedMap<TableId, TableState> published);
}
