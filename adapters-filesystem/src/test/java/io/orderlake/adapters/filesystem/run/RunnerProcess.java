package io.orderlake.adapters.filesystem.run;

import io.orderlake.adapters.filesystem.lake.FileLakeVersions;
import io.orderlake.application.contract.Runs;
import io.orderlake.application.run.RunnerListener;
import io.orderlake.application.run.RunnerPorts;
import io.orderlake.application.run.ServeTriggers;
import io.orderlake.application.twin.InMemoryBronzeView;
import io.orderlake.application.twin.InMemoryLineageLog;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.JournalEvent;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.nio.file.Path;
import java.time.InstantSource;

/** A runner as a process of its own; its one job publishes one lake version. */
final class RunnerProcess {
  private RunnerProcess() {}

  public static void main(String[] args) {
    runner(Path.of(args[0])).serve();
  }

  static ServeTriggers runner(Path data) {
    RunDirectories directories = RunDirectories.under(data);
    LakeVersions versions = new FileLakeVersions(data.resolve("runs/lake-versions"));
    return new ServeTriggers(
        new RunnerPorts(
            new FileLeaderLock(directories),
            new FileTriggerInbox(directories),
            new FileResultOutbox(directories),
            new FileRunJournal(data.resolve("runs/journal")),
            versions,
            new InMemoryBronzeView(),
            new InMemoryLineageLog()),
        List.of(new PublishingJob(versions)),
        InstantSource.system(),
        "a child",
        new SayingListener());
  }

  private record PublishingJob(LakeVersions versions) implements LakehouseJob {
    @Override
    public JobName name() {
      return JobName.SILVER;
    }

    @Override
    public Map<String, String> parameters() {
      return HashMap.of("max_records", "records at most", "note", "a remark");
    }

    @Override
    public Either<RunFailure, RunOutcome> run(RunContext context) {
      LakeVersion latest = versions.latest();
      LakeVersion next =
          latest.next(
              context.runId(),
              context.epoch(),
              Runs.NOON,
              TreeMap.of(TableId.SILVER_ORDERS, new TableState(latest.number(), 0)),
              Runs.report());
      return versions
          .publish(next)
          .map(version -> RunOutcome.of(Runs.report(), version))
          .mapLeft(why -> new RunFailure(RunFailure.Category.INTERNAL, why));
    }
  }

  private static final class SayingListener implements RunnerListener {
    @Override
    public void standingBy() {
      System.out.println("standing by");
    }

    @Override
    public void recorded(JournalEvent event) {
      System.out.println(event.getClass().getSimpleName());
    }

    @Override
    public void trouble(String what, Throwable cause) {
      System.out.println("trouble: " + what);
    }
  }
}
