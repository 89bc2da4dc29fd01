package io.orderlake.application.correct;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.KeptProperties;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeProperties;
import io.orderlake.domain.lake.LakeRegister;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.run.LakehouseJob;
import io.orderlake.domain.run.RunContext;
import io.orderlake.domain.run.RunFailure;
import io.orderlake.domain.run.RunOutcome;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Either;

/**
 * Makes a lake another one than it was: other properties, and all that they decide built anew, as
 * one lake version. What is to be is written down first; broken off after that, the change is made
 * an end of by whoever takes the runner's leader lock next, before anything else.
 *
 * <p>Every method may be called by the holder of the runner's leader lock only.
 */
public final class ChangeLake {
  private final LakeRegister register;
  private final LakeVersions versions;
  private final LakehouseJob rebuild;
  private final LakeProperties properties;

  /**
   * A change.
   *
   * @param rebuild the job, under these properties
   * @param properties that the lake is to have
   */
  public ChangeLake(
      LakeRegister register,
      LakeVersions versions,
      LakehouseJob rebuild,
      LakeProperties properties) {
    this.register = register;
    this.versions = versions;
    this.rebuild = rebuild;
    this.properties = properties;
  }

  /**
   * Changes the lake.
   *
   * @param present its properties as they are known, written down or not
   * @return what the rebuild came to; after a failure that is a value the lake is what it was
   */
  public Either<RunFailure, RunOutcome> change(RunId run, long epoch, LakeProperties present) {
    KeptProperties before = register.enter(present);
    LakeVersion latest = versions.latest();
    register.change(before.changedTo(properties, latest.number()));
    return build(run, epoch, before, latest).peekLeft(refused -> register.change(before));
  }

  /**
   * Ends a change that was broken off, if there is one.
   *
   * @throws LakeFailure when the lake has become another one since the caller was started, or the
   *     change cannot be ended
   */
  public void finish(RunId run, long epoch) {
    for (KeptProperties kept : register.read()) {
      if (!kept.present().equals(properties)) {
        throw LakeFailure.because(
            FailureCause.OTHER_SHAPE,
            "the lake has got reporting zone %s and currency %s since this was started; start it again"
                .formatted(kept.present().reportingZone(), kept.present().currency()));
      }
      LakeVersion latest = versions.latest();
      if (kept.isBeingChanged(latest.number())) {
        RunOutcome unused =
            build(run, epoch, kept, latest)
                .getOrElseThrow(
                    failure ->
                        LakeFailure.lasting(
                            "a change of the lake's properties was broken off and cannot be ended: "
                                + failure.message()));
      }
    }
  }

  private Either<RunFailure, RunOutcome> build(
      RunId run, long epoch, KeptProperties kept, LakeVersion latest) {
    boolean rejudges = !kept.at(latest.number()).currency().equals(properties.currency());
    Map<String, String> params =
        HashMap.of(RebuildLake.PROJECTION, rejudges ? "all" : "gold", RowLoss.PARAMETER, "true");
    return rebuild.run(new RunContext(run, epoch, params));
  }
}
