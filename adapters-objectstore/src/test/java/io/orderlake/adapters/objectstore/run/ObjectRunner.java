package io.orderlake.adapters.objectstore.run;

import io.orderlake.adapters.objectstore.ControlPlace;
import io.orderlake.adapters.objectstore.lake.EpochBarrier;
import io.orderlake.adapters.objectstore.lake.ObjectLakeVersions;
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
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.HashMap;
import io.vavr.collection.List;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** A runner on objects; its one job publishes one lake version. */
final class ObjectRunner {
  private static final Duration LOOK = Duration.ofMillis(20);

  private ObjectRunner() {}

  /**
   * One that is not serving yet.
   *
   * @param working called within each job, before it publishes
   */
  static ServeTriggers of(
      ControlPlace control,
      Duration silence,
      LongSupplier nanos,
      Consumer<RunContext> working,
      RunnerListener listener) {
    LakeVersions versions = new ObjectLakeVersions(control);
    ObjectLeaderLock lock =
        new ObjectLeaderLock(
            control, new EpochBarrier(versions, InstantSource.system()), silence, nanos);
    return new ServeTriggers(
        new RunnerPorts(
            lock,
            new ObjectTriggerInbox(control, LOOK, lock::epoch),
            new ObjectResultOutbox(control),
            new ObjectRunJournal(control),
            versions,
            new InMemoryBronzeView(),
            new InMemoryLineageLog()),
        List.of(new PublishingJob(versions, working)),
        InstantSource.system(),
        "a runner",
        listener);
  }

  private record PublishingJob(LakeVersions versions, Consumer<RunContext> working)
      implements LakehouseJob {
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
      working.accept(context);
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
}
