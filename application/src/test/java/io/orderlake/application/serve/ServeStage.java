package io.orderlake.application.serve;

import static io.orderlake.application.fixture.ServedLake.cell;

import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.ServedLake;
import io.orderlake.application.twin.InMemoryGoldSink;
import io.orderlake.application.twin.InMemoryLakeVersions;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import io.orderlake.domain.lake.LakeVersions;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;

/** A lake with two Gold tables, and a sink that it is served in. */
final class ServeStage {
  static final GoldProjection HOURS =
      GoldProjections.revenueByCityHour(GoldFixture.in(ZoneOffset.UTC));
  static final GoldProjection DAYS =
      GoldProjections.revenueByProductDay(GoldFixture.in(ZoneOffset.UTC));
  static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
  static final GoldCell BERLIN = cell(HOURS, TEN, 2, "899.99", "Berlin");
  static final GoldCell PARIS = cell(HOURS, TEN, 1, "0.0001", "Paris");

  final ServedLake lake = new ServedLake("gold");
  final InMemoryLakeVersions versions = new InMemoryLakeVersions();
  final InMemoryGoldSink sink = new InMemoryGoldSink();
  Seq<GoldProjection> declared = List.of(HOURS, DAYS);

  ServeGold serving() {
    return serving(versions);
  }

  ServeGold serving(LakeVersions of) {
    return new ServeGold(
        of, lake.partitions(), declared, sink, () -> ServedLake.BEGUN.plusSeconds(60));
  }

  AuditServed auditing() {
    return new AuditServed(versions, lake.partitions(), declared, sink);
  }

  ServeStage publish(GoldCell... hours) {
    lake.commit(HOURS, Set.of("2026-11-22"), List.of(hours));
    var unused = versions.publish(lake.publish());
    return this;
  }
}
