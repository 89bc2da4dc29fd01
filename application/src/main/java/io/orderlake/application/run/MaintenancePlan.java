package io.orderlake.application.run;

import io.orderlake.application.run.FreshnessPlan.Wish;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.run.JobName;
import io.vavr.collection.HashSet;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;

/**
 * Which maintenance is due: compaction once for every so many commits to Bronze, vacuum once a day
 * (UTC) from the first compaction on. Follows from Bronze's version and the date alone, so that a
 * watcher that starts anew wants what the one before it wanted.
 *
 * @param everyCommits 0 for never
 */
record MaintenancePlan(long everyCommits) {
  static final Set<JobName> JOBS = HashSet.of(JobName.COMPACT, JobName.VACUUM);

  /** Gives a quiet moment after midnight the chance to come. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  /**
   * A run that is due.
   *
   * @param isLate it has waited for a lake at rest for long enough
   */
  record Due(Wish wish, boolean isLate) {}

  /** In the order in which they should run. */
  List<Due> due(Option<BronzeState> bronze, Instant now) {
    long version = bronze.map(state -> state.table().version()).getOrElse(-1L);
    if (everyCommits == 0 || version < everyCommits) {
      return List.empty();
    }
    long beyond = version % everyCommits;
    boolean isLate = 2 * beyond >= everyCommits;
    long day = Math.floorDiv(now.getEpochSecond(), Duration.ofDays(1).toSeconds());
    Instant midnight = Instant.EPOCH.plus(Duration.ofDays(day));
    return List.of(
        new Due(new Wish(JobName.COMPACT, version - beyond, 1), isLate),
        new Due(
            new Wish(JobName.VACUUM, day, 1), isLate && !now.isBefore(midnight.plus(PATIENCE))));
  }
}
