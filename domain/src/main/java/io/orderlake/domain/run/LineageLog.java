package io.orderlake.domain.run;

/**
 * Tells whoever keeps lineage what runs do. Nothing waits for it: both methods return at once,
 * throw nothing and leave the telling to somebody else. When the keeper cannot be reached, events
 * wait in a bounded number and are then given up; that is said in the log, and no run knows of it.
 *
 * <p>A runner that finishes what a killed one began tells things again. What is told follows from
 * the arguments alone, so the keeper sees the same run, with the same times, not another one.
 */
public interface LineageLog {
  /** The run's job was begun. */
  void started(RunState.Running run);

  /** The run is over and its result published. A rejected one was never begun; it is not told. */
  void ended(RunResult result);
}
