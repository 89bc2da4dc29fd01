package io.orderlake.protocol.run;

import io.orderlake.domain.run.RunResult.Ending;
import io.orderlake.domain.run.RunState;

/** What the states of a run are called. */
public final class StateNames {
  static final String SUCCEEDED = "succeeded";
  static final String FAILED = "failed";
  static final String REJECTED = "rejected";

  private StateNames() {}

  /** The word for how a run ended: succeeded, failed or rejected. */
  public static String of(Ending ending) {
    return ending.fold(s -> SUCCEEDED, f -> FAILED, r -> REJECTED);
  }

  /**
   * The word for where a run stands: unknown, requested, claimed, running, or the one for how it
   * ended.
   */
  public static String of(RunState run) {
    if (run instanceof RunState.Requested) {
      return "requested";
    }
    if (run instanceof RunState.Claimed) {
      return "claimed";
    }
    if (run instanceof RunState.Running) {
      return "running";
    }
    return run.outcome().map(result -> of(result.ending())).getOrElse("unknown");
  }
}
