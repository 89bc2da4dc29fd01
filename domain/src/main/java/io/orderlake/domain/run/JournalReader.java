package io.orderlake.domain.run;

import io.vavr.collection.Seq;

/**
 * Reads the whole journal in its order, for read models that fold it: page by page at first, and
 * then what has been added. Anybody reads at any time.
 */
public interface JournalReader {
  /**
   * Events of both streams.
   *
   * @param events oldest first
   * @param last the number of the last of them; where there are none, the number that was asked for
   */
  record Page(Seq<JournalEvent> events, long last) {}

  /**
   * The next events; no more than some thousands at a time. Asked for numbers that rise, it reads
   * nothing twice.
   *
   * @param number of the last event that was read, events being numbered from 1; 0 for none
   * @return none when nothing was added since. Where older events were taken away, the page begins
   *     with the oldest that there is
   * @throws io.orderlake.domain.lake.LakeFailure lasting, with the place, when what is recorded is
   *     damaged anywhere but at its very end, or holds less than was read
   */
  Page after(long number);
}
