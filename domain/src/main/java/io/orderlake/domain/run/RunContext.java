package io.orderlake.domain.run;

import io.orderlake.domain.lake.RunId;
import io.vavr.collection.Map;
import io.vavr.control.Either;
import io.vavr.control.Option;
import io.vavr.control.Try;

/**
 * What a job is told about the run it is part of.
 *
 * @param runId the request's id
 * @param epoch the runner's epoch, stamped on what the job publishes
 * @param params the request's parameters, checked against {@link LakehouseJob#parameters()}
 */
public record RunContext(RunId runId, long epoch, Map<String, String> params) {
  /**
   * A parameter that is a whole number; none when it was not given.
   *
   * @return the number, or the failure of a request that gives something else or less
   */
  public Either<RunFailure, Option<Long>> wholeNumber(String name, long atLeast) {
    return params
        .get(name)
        .map(text -> whole(name, text, atLeast).map(Option::some))
        .getOrElse(() -> Either.right(Option.none()));
  }

  private static Either<RunFailure, Long> whole(String name, String text, long atLeast) {
    return Try.of(() -> Long.parseLong(text))
        .toOption()
        .filter(number -> number >= atLeast)
        .toEither(
            () ->
                new RunFailure(
                    RunFailure.Category.REQUEST,
                    "the parameter %s must be a whole number from %s, not '%s'"
                        .formatted(name, atLeast, text)));
  }
}
