package io.orderlake.domain.bronze;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** Reads the source stream's records, range by range; travels to the tasks that read. */
public interface SourceRecords extends Serializable {
  /**
   * Begins to read a range, which the caller closes.
   *
   * @param range offsets that the source holds
   * @throws io.orderlake.domain.lake.LakeFailure when the source cannot be reached
   */
  Reading open(ReadRange range);

  /** Lets go of what is held for readings to come; in this process alone. */
  void release();

  /** A range that is being read, by one thread at a time. */
  interface Reading extends AutoCloseable {
    /**
     * The next record that readers may see, or null when the range is read to its end: there is no
     * other between. The ends of transactions, records of transactions that were aborted and what
     * compaction has removed are passed over.
     *
     * @throws io.orderlake.domain.lake.LakeFailure when the source no longer has the offsets, or
     *     does not answer
     */
    @Nullable SourceRecord next();

    @Override
    void close();
  }
}
