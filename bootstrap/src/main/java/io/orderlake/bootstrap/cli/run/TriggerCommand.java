package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.text.Json;
import io.orderlake.application.run.RequestRun;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.RunRequest;
import io.vavr.collection.HashMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Asks for one run. */
@Command(
    name = "trigger",
    description = {
      "Asks the runner for a job by writing a trigger file.",
      "Asking again under the same run id is the same request, with the same result."
    })
public final class TriggerCommand extends RoleCommand {
  @CommandLine.Spec private CommandSpec spec;

  @Parameters(
      index = "0",
      paramLabel = "JOB",
      description = "silver, gold, compact, vacuum, audit, rebuild or redrive.")
  private String job = "";

  @CommandLine.Option(
      names = "--run-id",
      paramLabel = "ID",
      description = "The request's id, 1 to 200 of A-Z a-z 0-9 . _ - (default: made up).")
  private @Nullable String runId;

  @CommandLine.Option(
      names = "--param",
      paramLabel = "NAME=VALUE",
      description = "A parameter of the job; may be given several times.")
  private Map<String, String> params = Map.of();

  @CommandLine.Option(
      names = "--wait",
      description = "Wait for the result and end with the run's own exit code.")
  private boolean wait;

  @CommandLine.Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long to wait, e.g. 90s (default: 10m). The run goes on regardless.")
  private Duration timeout = Duration.ofMinutes(10);

  @CommandLine.Option(names = "--json", description = "Print the result as one JSON object.")
  private boolean json;

  public TriggerCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    RunId unused = id(Instant.EPOCH);
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    try (Lakehouse lake = Lakehouse.open(config)) {
      Instant now = lake.get(InstantSource.class).instant();
      RunRequest request =
          new RunRequest(id(now), job, "orderlake trigger", now, TreeMap.ofAll(params));
      if (wait) {
        AwaitedRun runs = new AwaitedRun(shell, lake);
        return runs.result(request, timeout)
            .fold(runs::complain, result -> RequestedJob.ended(shell, result, json));
      }
      lake.get(RequestRun.class).submit(request);
      return submitted(request);
    }
  }

  private RunId id(Instant now) {
    String text = runId != null ? runId : AwaitedRun.madeUpId(job, now);
    Either<String, RunId> id = RunId.parse(text);
    return id.getOrElseThrow(
        problem -> new ParameterException(spec.commandLine(), "--run-id: " + problem));
  }

  private ExitStatus submitted(RunRequest request) {
    String id = request.runId().value();
    if (json) {
      shell.screen().say(Json.text(HashMap.of("run_id", id, "job", job).toJavaMap()));
    } else {
      shell.screen().say("requested " + job + " as run " + id);
    }
    return ExitStatus.OK;
  }
}
