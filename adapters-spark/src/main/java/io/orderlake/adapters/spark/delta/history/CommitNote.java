package io.orderlake.adapters.spark.delta.history;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.TableId;
import io.orderlake.protocol.json.MalformedJson;

/**
 * What a commit carries beside its files.
 *
 * @param version the commit's version
 * @param metadata JSON, or empty
 * @param moves true when the commit moved a position of its table
 */
public record CommitNote(long version, String metadata, boolean moves) {
  /** What the note says was counted. */
  @FunctionalInterface
  public interface Reading<T> {
    T read(String metadata) throws MalformedJson;
  }

  /**
   * The counts of a commit. One that moved no position has counted nothing and carries none: it
   * made the table, changed its layout or joined its files.
   *
   * @param table the table it was made to
   * @param none those of a commit that counted nothing
   * @throws LakeFailure lasting, when the note does not say what it should
   */
  public <T> T counts(TableId table, T none, Reading<T> reading) {
    if (metadata.isEmpty() && !moves) {
      return none;
    }
    try {
      return reading.read(metadata);
    } catch (MalformedJson e) {
      throw LakeFailure.because(
          FailureCause.DAMAGED,
          ("the counts in commit %s of %s are damaged: %s; restore that file of the table's log"
                  + " from a backup")
              .formatted(version, table, e.getMessage()),
          e);
    }
  }
}
