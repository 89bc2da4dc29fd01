package io.orderlake.domain.run;

import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;

/**
 * A job that a trigger can ask for. Jobs are idempotent by position: run again after a crash, or
 * for nothing new, they add nothing twice.
 */
public interface LakehouseJob {
  /** The name requests use. */
  JobName name();

  /** The parameters this job takes, name to a sentence that says what it means; none by default. */
  default Map<String, String> parameters() {
    return HashMap.empty();
  }

  /**
   * Does the work up to and with the publishing of a lake version.
   *
   * @param context who asked, under which epoch, with which parameters
   * @return the outcome, or the failure; then nothing was published
   */
  Either<RunFailure, RunOutcome> run(RunContext context);
}
