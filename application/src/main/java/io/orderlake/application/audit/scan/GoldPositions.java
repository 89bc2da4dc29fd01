package io.orderlake.application.audit.scan;

import io.orderlake.application.lake.ReadByGold;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;

/** How far into Bronze each published Gold table has come. */
final class GoldPositions {
  private final ReadByGold read;
  private final Seq<GoldProjection> projections;

  GoldPositions(AuditPorts ports, Seq<GoldProjection> projections) {
    this.read = new ReadByGold(ports.versions(), ports.bronze());
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
                                projection, state.version(), read.lastSequence(lake, state))));
  }
}
