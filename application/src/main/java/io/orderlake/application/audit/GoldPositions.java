package io.orderlake.application.audit;

import io.orderlake.application.audit.Desk.PublishedGold;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;

/** How far into Bronze each published Gold table has come, since Gold may be behind Silver. */
final class GoldPositions {
  private final AuditPorts ports;
  private final Seq<GoldProjection> projections;

  GoldPositions(AuditPorts ports, Seq<GoldProjection> projections) {
    this.ports = ports;
    this.projections = projections;
  }

  /** The Gold tables that the lake version has. */
  Vector<PublishedGold> in(LakeVersion lake) {
    return projections
        .toVector()
        .flatMap(
            projection ->
                lake.table(TableId.gold(projection.table()))
                    .map(
                        state ->
                            new PublishedGold(
                                projection, state.version(), lastSequence(lake, state))));
  }

  private long lastSequence(LakeVersion lake, TableState gold) {
    if (gold.position() == TableState.NOTHING_READ) {
      return TableState.NOTHING_READ;
    }
    if (silverVersion(lake).contains(gold.position())) {
      return Long.MAX_VALUE;
    }
    return bronzeWhenSilverWasAt(gold.position(), lake)
        .map(ports.bronze()::lastSequence)
        .getOrElse(TableState.NOTHING_READ);
  }

  /** Gold only reads Silver as it was published, so there is such a lake version. */
  private Option<Long> bronzeWhenSilverWasAt(long silverVersion, LakeVersion newest) {
    for (long number = newest.number() - 1; number > 0; number--) {
      Option<LakeVersion> lake = ports.versions().version(number);
      if (lake.exists(version -> silverVersion(version).contains(silverVersion))) {
        return lake.get().table(TableId.BRONZE_ORDERS).map(TableState::version);
      }
    }
    throw LakeFailure.lasting(
        "lake version "
            + newest.number()
            + " has a Gold table that has read "
            + TableId.SILVER_ORDERS
            + " up to version "
            + silverVersion
            + ", but no lake version up to it holds that version; restore runs/lake-versions from a"
            + " backup");
  }

  private static Option<Long> silverVersion(LakeVersion lake) {
    return lake.table(TableId.SILVER_ORDERS).map(TableState::version);
  }
}
