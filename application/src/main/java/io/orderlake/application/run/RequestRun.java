package io.orderlake.application.run;

import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.orderlake.domain.text.TimeText;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks for a run and waits for what comes of it. */
public final class RequestRun {
  private final RunRequests requests;
  private final InstantSource clock;

  public RequestRun(RunRequests requests, InstantSource clock) {
    this.requests = requests;
    this.clock = clock;
  }

  /**
   * Why there is no result.
   *
   * @param kind what is the matter
   * @param sentence the same for people, with what to do
   */
  public record Unanswered(Kind kind, String sentence) {
    /** The request stays valid but for the last. */
    public enum Kind {
      /** No runner shows a heartbeat. */
      NO_RUNNER,
      /** A runner is active and has not come to it, or is not done. */
      TIME_OVER,
      /** The run id was used for another job before. */
      ID_TAKEN
    }
  }

  /** Asks and does not wait; a run that has ended is not asked for again. */
  public void submit(RunRequest request) {
    if (requests.result(request.runId()).isEmpty()) {
      requests.submit(request);
    }
  }

  /** Asks and waits. */
  public Either<Unanswered, RunResult> submitAndWait(RunRequest request, Duration atMost) {
    submit(request);
    return requests
        .awaitResult(request.runId(), atMost)
        .toEither(() -> unanswered(request.runId(), atMost))
        .flatMap(result -> ofThatJob(request, result));
  }

  private static Either<Unanswered, RunResult> ofThatJob(RunRequest request, RunResult result) {
    return result.job().isEmpty() || result.job().equals(request.job())
        ? Either.right(result)
        : Either.left(
            new Unanswered(
                Unanswered.Kind.ID_TAKEN,
                "run id %s was used for job '%s' and has its result; ask for '%s' under another id"
                    .formatted(request.runId(), result.job(), request.job())));
  }

  private Unanswered unanswered(RunId runId, Duration waited) {
    Instant now = clock.instant();
    String waiting =
        "run %s has no result after %s s; the request stays".formatted(runId, waited.toSeconds());
    Option<Unanswered> active =
        requests
            .runner()
            .filter(heartbeat -> heartbeat.isFresh(now))
            .map(
                heartbeat ->
                    new Unanswered(
                        Unanswered.Kind.TIME_OVER,
                        waiting
                            + ": runner "
                            + heartbeat.who()
                            + heartbeat
                                .busyWith()
                                .map(busy -> " is busy with " + busy)
                                .getOrElse("")));
    return active.getOrElse(
        () ->
            new Unanswered(
                Unanswered.Kind.NO_RUNNER,
                waiting
                    + ": no runner is active"
                    + requests
                        .runner()
                        .map(
                            heartbeat ->
                                " (the last heartbeat of one is from "
                                    + TimeText.UTC.moment(heartbeat.shownAt())
                                    + ")")
                        .getOrElse("")
                    + "; start one with: orderlake runner"));
  }
}
