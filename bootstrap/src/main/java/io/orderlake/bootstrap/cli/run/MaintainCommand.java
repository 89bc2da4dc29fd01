package io.orderlake.bootstrap.cli.run;

import io.orderlake.answers.text.Json;
import io.orderlake.application.run.RequestRun.Unanswered;
import io.orderlake.bootstrap.cli.process.ExitStatus;
import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.cli.role.RoleCommand;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.wiring.Lakehouse;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunResult;
import io.orderlake.protocol.run.ResultJson;
import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Has small files joined and old ones removed. */
@Command(
    name = "maintain",
    description = {
      "Has the runner join small files, then remove those past the retention.",
      "It writes a trigger file for the job compact, waits, and does the same for the job vacuum."
          + " Readers, the ingest and the watcher go on meanwhile; `up` and `watch` ask for it by"
          + " themselves."
    })
public final class MaintainCommand extends RoleCommand {
  private static final Duration HOUR = Duration.ofHours(1);

  @CommandLine.Spec private CommandSpec spec;

  @CommandLine.Option(
      names = "--dry-run",
      description = "Say what the vacuum would remove; join and remove nothing.")
  private boolean dryRun;

  @CommandLine.Option(
      names = "--retention",
      paramLabel = "TIME",
      description =
          "Keep lake versions for so many whole hours, e.g. 12h or 3d (default: the setting"
              + " maintain.retention).")
  private @Nullable Duration retention;

  @CommandLine.Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "How long to wait for each job, e.g. 90s (default: 1h). The run goes on.")
  private Duration timeout = HOUR;

  @CommandLine.Option(names = "--json", description = "Print the results as one JSON object.")
  private boolean json;

  public MaintainCommand(Shell shell) {
    super(shell);
  }

  @Override
  protected void check(LakehouseConfig config) {
    SortedMap<String, String> unused = vacuumParams();
  }

  @Override
  protected ExitStatus run(LakehouseConfig config) throws Exception {
    SortedMap<String, String> vacuum = vacuumParams();
    try (Lakehouse lake = Lakehouse.open(config)) {
      AwaitedRun runs = new AwaitedRun(shell, lake);
      runs.noteMissingRunner();
      List<RequestedJob> jobs =
          List.of(job(JobName.COMPACT, TreeMap.empty()), job(JobName.VACUUM, vacuum));
      return ask(dryRun ? jobs.tail() : jobs, runs, lake.get(InstantSource.class));
    }
  }

  private static RequestedJob job(JobName name, SortedMap<String, String> params) {
    return new RequestedJob(name, params, "orderlake maintain");
  }

  private SortedMap<String, String> vacuumParams() {
    SortedMap<String, String> params = TreeMap.empty();
    if (retention != null) {
      if (retention.compareTo(HOUR) < 0 || retention.toMillis() % HOUR.toMillis() != 0) {
        throw new ParameterException(
            spec.commandLine(), "--retention must be whole hours from 1h, e.g. 12h or 3d");
      }
      params = params.put("retention_hours", "" + retention.toHours());
    }
    return dryRun ? params.put("dry_run", "true") : params;
  }

  /** One job after the other, up to the first that does not succeed. */
  private ExitStatus ask(List<RequestedJob> jobs, AwaitedRun runs, InstantSource clock) {
    Map<String, Object> results = new LinkedHashMap<>();
    ExitStatus status = ExitStatus.OK;
    for (RequestedJob job : jobs) {
      if (status.equals(ExitStatus.OK)) {
        Either<Unanswered, RunResult> answer = runs.result(job.request(clock.instant()), timeout);
        answer.forEach(result -> results.put(job.name().word(), ResultJson.shown(result)));
        answer.filter(result -> !json).forEach(r -> r.forEach(this::show));
        status = answer.fold(runs::complain, RequestedJob::status);
      }
    }
    if (json) {
      shell.screen().say(Json.text(results));
    }
    return status;
  }

  private void show(RunResult result) {
    RunResultText.of(result).forEach(shell.screen()::say);
  }
}
