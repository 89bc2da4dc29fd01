package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.text.Json;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunRequest;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.run.ResultJson;
import io.vavr.collection.SortedMap;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * A job that a role asks the runner for, and waits for.
 *
 * @param name the job's name
 * @param params its parameters
 * @param requester the role, for people
 */
public record RequestedJob(JobName name, SortedMap<String, String> params, String requester) {

  RunRequest request(Instant now) {
    RunId id = new RunId(AwaitedRun.madeUpId(name.word(), now));
    return new RunRequest(id, name.word(), requester, now, params);
  }

  /** Asks, waits, shows the result, and gives the run's own exit status. */
  public ExitStatus perform(Shell shell, Lakehouse lake, Duration timeout, boolean json) {
    AwaitedRun runs = new AwaitedRun(shell, lake);
    runs.noteMissingRunner();
    return runs.result(request(lake.get(InstantSource.class).instant()), timeout)
        .fold(runs::complain, result -> ended(shell, result, json));
  }

  /** Shows a result, and gives the run's own exit status. */
  static ExitStatus ended(Shell shell, RunResult result, boolean json) {
    if (json) {
      shell.screen().say(Json.text(ResultJson.shown(result)));
    } else {
      RunResultText.of(result).forEach(shell.screen()::say);
    }
    return status(result);
  }

  static ExitStatus status(RunResult result) {
    return result.failure().fold(() -> ExitStatus.OK, ExitStatus::of);
  }
}
