package io.orderlake.domain.lake;

/**
 * Removes files that no version of a table needs which has to stay: files that were replaced, files
 * that a killed run left behind and no commit names, and the part of the log that comes before the
 * state that the oldest version to stay is read from. Makes no commit and moves no position. Broken
 * off at any point it leaves a whole table, and can be asked for again.
 *
 * <p>Other writers may commit and readers may read at the same time. Every method throws {@link
 * LakeFailure} when the table or its store fails, or when a file that the newest version names is
 * missing; in the last case nothing is removed.
 */
public interface TableVacuum {
  /**
   * What would go, and nothing goes.
   *
   * @return {@link Vacuumed#NOTHING} also when there is no such table, or it has no version {@code
   *     stays.since()} yet
   */
  Vacuumed unneeded(TableId table, TableRetention stays);

  /** Removes what {@link #unneeded} counts, and says what that was. */
  Vacuumed vacuum(TableId table, TableRetention stays);
}
