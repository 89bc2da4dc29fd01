package io.orderlake.domain.lake;

import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.time.Instant;

/**
 * One consistent state of the whole lake: the vector of table versions and positions that readers
 * use together. It exists from the moment it is published; nothing of it changes afterwards.
 *
 * @param number from 1, without gaps; 0 is the empty lake, which is never stored
 * @param publishedBy the run that published it
 * @param epoch the runner's epoch at that time, so that a late writer can be told from the present
 * @param publishedAt when, by the runner's clock
 * @param tables every table there was, by name
 * @param totals the conservation sums from the beginning of the lake to this version
 * @param report what the run that published it did
 */
public record LakeVersion(
    long number,
    RunId publishedBy,
    long epoch,
    Instant publishedAt,
    SortedMap<TableId, TableState> tables,
    Conservation totals,
    RunReport report) {

  /** The lake before anything was published. */
  public static LakeVersion empty() {
    return new LakeVersion(
        0,
        new RunId("none"),
        0,
        Instant.EPOCH,
        TreeMap.empty(),
        Conservation.ZERO,
        RunReport.nothing());
  }

  public boolean isEmpty() {
    return number == 0;
  }

  public Option<TableState> table(TableId id) {
    return tables.get(id);
  }

  /** The same without the Gold tables that are declared no more. */
  public LakeVersion declaring(Set<TableId> gold) {
    return new LakeVersion(
        number,
        publishedBy,
        epoch,
        publishedAt,
        tables.filterKeys(table -> !table.isGold() || gold.contains(table)),
        totals,
        report);
  }

  /**
   * The rule of publishing.
   *
   * @param latest the newest published version
   * @return this one, or the sentence that says why it cannot be published after {@code latest}
   */
  public Either<String, LakeVersion> mayFollow(LakeVersion latest) {
    if (number <= latest.number) {
      return Either.left(
          "lake version %s of run %s cannot be published: run %s has published version %s"
              .formatted(number, publishedBy, latest.publishedBy, latest.number));
    }
    if (number > latest.number + 1) {
      return Either.left(
          "lake version %s of run %s cannot be published: the newest is %s, so %s is next"
              .formatted(number, publishedBy, latest.number, latest.number + 1));
    }
    return epoch < latest.epoch
        ? Either.left(
            "lake version %s of run %s cannot be published in epoch %s: epoch %s has published"
                .formatted(number, publishedBy, epoch, latest.epoch))
        : Either.right(this);
  }

  /** As below, after a run whose counts add to the sums that there were. */
  public LakeVersion next(
      RunId run,
      long runnerEpoch,
      Instant at,
      SortedMap<TableId, TableState> changed,
      RunReport done) {
    return next(run, runnerEpoch, at, changed, totals.plus(done.conservation()), done);
  }

  /**
   * The version after this one, with the tables that {@code changed} replaced or added.
   *
   * @param sums the conservation sums then
   */
  public LakeVersion next(
      RunId run,
      long runnerEpoch,
      Instant at,
      SortedMap<TableId, TableState> changed,
      Conservation sums,
      RunReport done) {
    return new LakeVersion(number + 1, run, runnerEpoch, at, changed.merge(tables), sums, done);
  }
}
