package io.orderlake.adapters.objectstore.lake;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lake.RunReport;
import io.vavr.collection.TreeMap;
import java.time.InstantSource;
import java.util.function.LongConsumer;

/**
 * Keeps runners of earlier epochs from publishing, though they may not know yet that they were
 * replaced: a lake version of the new epoch with the tables as they are. What an earlier runner
 * wants to publish next has its number then, and anything after it is of a lower epoch.
 */
public final class EpochBarrier implements LongConsumer {
  private final LakeVersions versions;
  private final InstantSource clock;

  /**
   * The barrier of a lake.
   *
   * @param clock for the time that the version says
   */
  public EpochBarrier(LakeVersions versions, InstantSource clock) {
    this.versions = versions;
    this.clock = clock;
  }

  /**
   * Raises it; when this has returned, no earlier epoch publishes any more.
   *
   * @throws LakeFailure when a later epoch has published already, or the store fails
   */
  @Override
  public void accept(long epoch) {
    LakeVersion latest = versions.latest();
    while (latest.epoch() < epoch && versions.publish(barrier(latest, epoch)).isLeft()) {
      latest = versions.latest();
    }
    if (latest.epoch() > epoch) {
      throw LakeFailure.lasting(
          "epoch %s cannot begin: lake version %s was published in epoch %s"
              .formatted(epoch, latest.number(), latest.epoch()));
    }
  }

  private LakeVersion barrier(LakeVersion latest, long epoch) {
    return latest.next(
        new RunId("takeover.epoch-" + epoch),
        epoch,
        clock.instant(),
        TreeMap.empty(),
        RunReport.nothing());
  }
}
