package io.orderlake.application.run;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.run.JobName;
import io.orderlake.domain.run.RunResult;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/** Decides which run the lake needs next, and when a failed one is worth another try. */
final class FreshnessPlan {
  private static final Backoff PAUSES = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(64));

  private final Seq<TableId> gold;
  private final MaintenancePlan upkeep;
  private Map<JobName, Tried> tried = HashMap.empty();

  FreshnessPlan(Seq<TableId> gold, long everyCommits) {
    this.gold = gold;
    this.upkeep = new MaintenancePlan(everyCommits);
  }

  /**
   * A run that is wanted.
   *
   * @param upstream the version of the table before it that it is to read; for maintenance, what it
   *     was due at
   * @param attempt from 1; the runs of this wish that have ended, and one
   */
  record Wish(JobName job, long upstream, int attempt) {
    RunId runId() {
      return new RunId("autopilot-" + job + "-" + upstream + "-" + attempt);
    }

    Wish again() {
      return new Wish(job, upstream, attempt + 1);
    }

    boolean isUpkeep() {
      return MaintenancePlan.JOBS.contains(job);
    }

    /** Of a large backlog of small files one bounded step is taken at a time. */
    SortedMap<String, String> params() {
      return job == JobName.COMPACT ? TreeMap.of("steps", "1") : TreeMap.empty();
    }
  }

  /**
   * How the last try came out.
   *
   * @param settled not to be tried again
   * @param failures of the job in a row, whatever it was to read
   */
  private record Tried(Wish last, boolean settled, int failures, Instant notBefore) {
    boolean isFor(Wish wish) {
      return last.upstream() == wish.upstream();
    }
  }

  /**
   * Gold first: what Silver has published is to be seen before more is read. Maintenance when there
   * is nothing to read; one that has waited for long, between Gold and Silver.
   */
  Option<Wish> next(LakeVersion lake, Option<BronzeState> bronze, Instant now) {
    Option<Wish> toGold = goldWish(lake);
    Option<Wish> toSilver = silverWish(lake, bronze);
    boolean resting = toGold.isEmpty() && toSilver.isEmpty();
    return toGold
        .toList()
        .appendAll(
            upkeep
                .due(bronze, now)
                .filter(due -> resting || (toGold.isEmpty() && due.isLate()))
                .map(MaintenancePlan.Due::wish))
        .appendAll(toSilver)
        .flatMap(wish -> due(wish, now))
        .headOption();
  }

  /** Takes note of how a wish came out. */
  void ended(Wish wish, RunResult result, Instant now) {
    boolean failed = result.failure().isDefined();
    int failures = failed ? failuresOf(wish.job()) + 1 : 0;
    boolean settled = !failed && wish.isUpkeep();
    Instant notBefore = now.plus(PAUSES.after(failed ? failures : wish.attempt()));
    tried = tried.put(wish.job(), new Tried(wish, settled, failures, notBefore));
  }

  private int failuresOf(JobName job) {
    return tried.get(job).map(Tried::failures).getOrElse(0);
  }

  private Option<Wish> silverWish(LakeVersion lake, Option<BronzeState> bronze) {
    long read = position(lake, TableId.SILVER_ORDERS);
    return bronze
        .map(state -> state.table().version())
        .filter(version -> version > read)
        .map(version -> new Wish(JobName.SILVER, version, 1));
  }

  private Option<Wish> goldWish(LakeVersion lake) {
    return lake.table(TableId.SILVER_ORDERS)
        .map(TableState::version)
        .filter(version -> gold.exists(table -> position(lake, table) < version))
        .map(version -> new Wish(JobName.GOLD, version, 1));
  }

  /**
   * A job that fails is tried at its own pace, whatever comes in meanwhile: what keeps it from
   * working lies mostly in what it has not read yet, and may be mended at any time.
   */
  private Option<Wish> due(Wish wish, Instant now) {
    Option<Tried> before = tried.get(wish.job()).filter(t -> t.failures() > 0 || t.isFor(wish));
    return before.isEmpty()
        ? Option.some(wish)
        : before
            .filter(t -> !t.settled() && !now.isBefore(t.notBefore()))
            .map(t -> t.isFor(wish) ? t.last().again() : wish);
  }

  private static long position(LakeVersion lake, TableId table) {
    return lake.table(table).map(TableState::position).getOrElse(TableState.NOTHING_READ);
  }
}
