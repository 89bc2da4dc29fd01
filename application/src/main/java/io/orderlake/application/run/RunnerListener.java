package io.orderlake.application.run;

import io.orderlake.domain.run.JournalEvent;

/** Is told what a runner does, on the runner's threads, for logs and screens. */
public interface RunnerListener {
  /** Somebody else holds the leader lock; told once, when the waiting begins. */
  void standingBy();

  /** The event is in the journal. */
  void recorded(JournalEvent event);

  /**
   * Something went wrong that did not end the runner.
   *
   * @param what was attempted, what went wrong, what happens now
   */
  void trouble(String what, Throwable cause);

  /** What kept the runner from going on is over. */
  default void troubleIsOver() {}
}
