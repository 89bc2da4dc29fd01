package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.collection.Seq;

/**
 * The record of everything that happened to runs and runners; append-only. Only the holder of the
 * {@link LeaderLock} writes; anybody reads at any time.
 *
 * <p>Methods throw {@link io.orderlake.domain.lake.LakeFailure}: lasting, with the place, when what
 * is recorded is damaged anywhere but at its very end.
 */
public interface RunJournal {
  /** How many of the newest events {@link #history} is sure to look through. */
  int EVENTS_SEARCHED = 4_000;

  /**
   * Makes the journal fit to be written after a crash: an end that was torn in writing is set
   * aside. To be called once by a new holder of the leader lock, before it appends.
   *
   * @return a sentence for each piece set aside: where it was, where it lies
   */
  Seq<String> mend();

  /** Records the event; it survives a crash of the machine once this has returned. */
  void append(JournalEvent event);

  /** The run's events, oldest first, as far as {@link #EVENTS_SEARCHED} reach. */
  Seq<RunEvent> history(RunId runId);

  /** The newest events of both streams, oldest first. */
  Seq<JournalEvent> recent(int atMost);
}
