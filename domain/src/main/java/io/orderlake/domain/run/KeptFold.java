package io.orderlake.domain.run;

import io.vavr.collection.Seq;
import io.vavr.control.Option;

/**
 * Keeps what somebody has folded out of the journal, so that whoever starts need not read all of it
 * again. Derived, and worth a few seconds: it may be lost at any time, and where it cannot be kept
 * it just is not.
 */
public interface KeptFold {
  /**
   * A fold.
   *
   * @param version of the program that folds; another one's state means nothing to it
   * @param number of the last event that went into it
   * @param state what it has come to, in lines without line ends
   */
  record Folded(String version, long number, Seq<String> state) {}

  /**
   * What was kept last.
   *
   * @return none when nothing was, when it is damaged, and when the journal is not the one any more
   *     that it was made of: replaced, or without older events that it had. Throws nothing
   */
  Option<Folded> read();

  /** Keeps a fold of the journal as it is now, in the place of what was kept. Throws nothing. */
  void keep(Folded folded);
}
