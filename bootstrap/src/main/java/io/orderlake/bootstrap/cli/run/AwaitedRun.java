package io.orderlake.bootstrap.cli.run;

import io.orderlake.application.run.RequestRun;
import io.orderlake.application.run.RequestRun.Unanswered;
import io.orderlake.bootstrap.cli.process.ExitCode;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.bootstrap.wiring.RunIds;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunRequests;
import io.orderlake.domain.run.RunResult;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Asks the runner for runs and waits for them, with progress on the screen. */
final class AwaitedRun {
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Shell shell;
  private final RequestRun asking;
  private final RunRequests requests;
  private final InstantSource clock;

  AwaitedRun(Shell shell, Lakehouse lake) {
    this.shell = shell;
    this.asking = lake.get(RequestRun.class);
    this.requests = lake.get(RunRequests.class);
    this.clock = lake.get(InstantSource.class);
  }

  /** An id that nobody has used. */
  static String madeUpId(String job, Instant now) {
    return RunIds.textMadeUp("cli", job, now);
  }

  /** Says so when nobody is there to serve a request. */
  void noteMissingRunner() {
    if (activeRunner().isEmpty()) {
      shell.screen().note("no runner is active, the request waits; start one: orderlake runner");
    }
  }

  /** Asks, and waits for at most so long; the request stays regardless. */
  Either<Unanswered, RunResult> result(RunRequest request, Duration timeout) {
    asking.submit(request);
    Instant end = clock.instant().plus(timeout);
    while (requests.awaitResult(request.runId(), LOOK).isEmpty() && clock.instant().isBefore(end)) {
      shell.screen().progress("run " + request.runId() + ": " + state());
    }
    return asking.submitAndWait(request, LOOK);
  }

  private String state() {
    return activeRunner()
        .fold(
            () -> "no runner is active; start one with `orderlake up` or `orderlake runner`",
            heartbeat ->
                heartbeat
                    .busyWith()
                    .fold(() -> "waiting", run -> "the runner is busy with " + run));
  }

  /** The active runner's heartbeat. */
  Option<LeaderHeartbeat> activeRunner() {
    return requests.runner().filter(heartbeat -> heartbeat.isFresh(clock.instant()));
  }

  /** Says why there is no result. */
  ExitStatus complain(Unanswered unanswered) {
    shell.screen().complain(unanswered.sentence());
    return ExitStatus.of(
        switch (unanswered.kind()) {
          case ID_TAKEN -> ExitCode.USAGE;
          case NO_RUNNER, TIME_OVER -> ExitCode.AGAIN;
        });
  }
}
