package io.orderlake.application.run;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.run.LeaderHeartbeat;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunState;
import io.vavr.collection.Seq;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * Where everything stands.
 *
 * @param at when that was
 * @param runner the last heartbeat of a runner, fresh or not
 * @param lake the published lake version
 * @param bronze Bronze's newest commit
 * @param projections how far each projection has read the table before it
 * @param runs the newest runs, the last begun first
 * @param failing by job, the last failure that no success of the job has followed
 */
public record LakeStatus(
    Instant at,
    Option<LeaderHeartbeat> runner,
    LakeVersion lake,
    Option<BronzeState> bronze,
    Seq<Projection> projections,
    Seq<RunState> runs,
    Seq<Failing> failing) {

  /** True when a runner has shown a heartbeat lately. */
  public boolean runnerIsActive() {
    return runner.exists(heartbeat -> heartbeat.isFresh(at));
  }

  /**
   * The failure that a person should know of first: one that stays until somebody acts before one
   * that may pass; none when every job succeeded last.
   */
  public Option<RunFailure> worst() {
    return failing
        .map(Failing::failure)
        .find(failure -> !failure.retryable())
        .orElse(() -> failing.headOption().map(Failing::failure));
  }

  /**
   * A job that has not succeeded since it failed.
   *
   * @param since when the first of the failures in a row ended
   * @param at when the last one did
   * @param times how many there are, as far as the journal was searched
   */
  public record Failing(
      String job, RunId lastRun, Instant since, Instant at, int times, RunFailure failure) {}

  /**
   * A table and the one before it.
   *
   * @param table the projection
   * @param position the upstream version it has read, as published; -1 for none
   * @param upstream the newest upstream version; -1 for none
   */
  public record Projection(TableId table, long position, long upstream) {
    /** Upstream commits it has not read. */
    public long behind() {
      return Math.max(0, upstream - position);
    }
  }
}
