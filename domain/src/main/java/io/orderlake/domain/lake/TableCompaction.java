package io.orderlake.domain.lake;

import io.vavr.control.Option;

/**
 * Rewrites small files of Bronze, Silver and the quarantine into fewer: the same rows in the same
 * order. The commit says that it changes no data, so projections that read the table commit by
 * commit pass over it, and it moves no position. The files replaced stay where they are; readers of
 * earlier versions go on reading them.
 *
 * <p>Gold is not among the tables: its runs replace whole partitions by one file each.
 *
 * <p>Other writers may append at the same time. Every method throws {@link LakeFailure} when a
 * table or its store fails, or when another writer has replaced the same files.
 */
public interface TableCompaction {
  /** The table as of now; none when it is not there. */
  Option<TableState> state(TableId table);

  /**
   * True when commits after that version have moved the table's position or changed its rows,
   * rather than only rearranged them.
   *
   * @param published a state that the table was in
   */
  boolean isChangedSince(TableId table, TableState published);

  /**
   * Makes at most one commit, with a bounded part of what there is to do.
   *
   * @param readUpTo files that commits after this version of the table added are left alone,
   *     because a projection has yet to read them; {@link TableState#NOTHING_READ} for all
   * @param rule which files are worth it
   * @return what was rewritten; {@link Compacted#NOTHING} when nothing is left to do, then there
   *     was no commit
   */
  Compacted step(TableId table, long readUpTo, SmallFiles rule);
}
