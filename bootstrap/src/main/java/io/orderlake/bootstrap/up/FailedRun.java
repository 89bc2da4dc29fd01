package io.orderlake.bootstrap.up;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunFailure;

/** How a failed run is told, by whoever learns of it first. */
final class FailedRun {
  private FailedRun() {}

  static boolean tell(Troubles troubles, String job, RunId run, RunFailure failure) {
    return troubles.met(
        job,
        failure.category() + failure.message(),
        "run %s failed: %s (%s)".formatted(run, failure.message(), failure.nextStep()));
  }

  static void over(Troubles troubles, String job, RunId run) {
    troubles.over(job, "%s works again: run %s succeeded".formatted(job, run));
  }
}
