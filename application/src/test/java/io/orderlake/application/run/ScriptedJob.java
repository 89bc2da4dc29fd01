package io.orderlake.application.run;

import io.orderlake.application.contract.Runs;
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
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A job that publishes one lake version, or does what a test tells it to. */
final class ScriptedJob implements LakehouseJob {
  /** The Bronze version that Silver has read after a run. */
  static final long BRONZE_READ = 9;

  private final JobName name;
  private final LakeVersions versions;
  final List<RunContext> runs = new CopyOnWriteArrayList<>();
  volatile Function<RunContext, Either<RunFailure, RunOutcome>> script = this::publish;

  ScriptedJob(JobName name, LakeVersions versions) {
    this.name = name;
    this.versions = versions;
  }

  @Override
  public JobName name() {
    return name;
  }

  @Override
  public Map<String, String> parameters() {
    return HashMap.of("max_records", "records at most", "note", "a remark");
  }

  @Override
  public Either<RunFailure, RunOutcome> run(RunContext context) {
    runs.add(context);
    return script.apply(context);
  }

  Either<RunFailure, RunOutcome> publish(RunContext context) {
    LakeVersion next =
        versions
            .latest()
            .next(
                context.runId(),
                context.epoch(),
                Runs.NOON,
                TreeMap.of(TableId.SILVER_ORDERS, new TableState(4, BRONZE_READ)),
                Runs.report());
    return versions
        .publish(next)
        .map(version -> RunOutcome.of(Runs.report(), version))
        .mapLeft(why -> new RunFailure(RunFailure.Category.INTERNAL, why));
  }
}
