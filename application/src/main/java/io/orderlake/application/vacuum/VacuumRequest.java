package io.orderlake.application.vacuum;

import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;

/**
 * What a run of the job is asked to do.
 *
 * @param retention how long a lake version can be read after a newer one has taken its place
 * @param dryRun only count
 */
record VacuumRequest(Duration retention, boolean dryRun) {
  private static final String RETENTION = "retention_hours";
  private static final String DRY_RUN = "dry_run";
  private static final long MOST_HOURS = 100 * 366 * 24;

  static Map<String, String> parameters() {
    return HashMap.of(
        RETENTION,
        "keep lake versions for so many hours, from 1; as the setting says when left out",
        DRY_RUN,
        "true: count what would be removed, and remove nothing");
  }

  /** What the run's parameters ask for, or the failure of a request that asks for no such thing. */
  static Either<RunFailure, VacuumRequest> of(RunContext context, Duration configured) {
    return dryRun(context.params().get(DRY_RUN))
        .flatMap(
            dryRun ->
                hours(context)
                    .map(hours -> hours.map(Duration::ofHours).getOrElse(configured))
                    .map(retention -> new VacuumRequest(retention, dryRun)));
  }

  private static Either<RunFailure, Option<Long>> hours(RunContext context) {
    return context
        .wholeNumber(RETENTION, 1)
        .filterOrElse(
            hours -> hours.forAll(asked -> asked <= MOST_HOURS),
            hours ->
                refused(
                    "the parameter %s must be at most %s, not %s"
                        .formatted(RETENTION, MOST_HOURS, hours.get())));
  }

  private static Either<RunFailure, Boolean> dryRun(Option<String> asked) {
    String text = asked.getOrElse("false");
    return text.equals("true") || text.equals("false")
        ? Either.right(text.equals("true"))
        : Either.left(
            refused("the parameter %s must be true or false, not '%s'".formatted(DRY_RUN, text)));
  }

  private static RunFailure refused(String problem) {
    return new RunFailure(RunFailure.Category.REQUEST, problem);
  }
}
