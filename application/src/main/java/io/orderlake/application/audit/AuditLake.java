package io.orderlake.application.audit;

import io.orderlake.application.audit.finding.Findings;
import io.orderlake.application.audit.finding.OffsetLedger;
import io.orderlake.application.audit.scan.AuditPorts;
import io.orderlake.application.audit.scan.AuditProgress;
import io.orderlake.application.audit.scan.LakeScan;
import io.orderlake.application.audit.scan.PublishedGold;
import io.orderlake.application.audit.scan.Workers;
import io.orderlake.application.audit.spill.FactLayout;
import io.orderlake.application.audit.spill.SpilledCells;
import io.orderlake.application.audit.spill.SpilledFacts;
import io.orderlake.application.audit.spill.Topics;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Measures;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.time.ZoneId;

/**
 * Proves that every projection is what Bronze gives: replays Bronze through the refiner in plain
 * Java, decides on duplicates and adds up revenue by means of its own, and compares each Silver
 * row, each quarantined record and each Gold cell with the tables of one published lake version.
 * Changes nothing.
 */
public final class AuditLake {
  private final AuditPorts ports;
  private final RecordRefiner refiner;
  private final Seq<GoldProjection> projections;
  private final ZoneId reportingZone;
  private final Workers workers;

  /**
   * An audit of the lake.
   *
   * @param refiner with the rules in force; what other rules decided is told apart
   * @param projections the Gold tables there are
   * @param reportingZone whose days the Gold tables are cut by
   * @param threads how many work at once, 1 or more
   */
  public AuditLake(
      AuditPorts ports,
      RecordRefiner refiner,
      Seq<GoldProjection> projections,
      ZoneId reportingZone,
      int threads) {
    this.ports = ports;
    this.refiner = refiner;
    this.projections = projections;
    this.reportingZone = reportingZone;
    this.workers = new Workers(threads);
  }

  /** The zone that dates of a scope mean. */
  public ZoneId reportingZone() {
    return reportingZone;
  }

  /**
   * Audits the newest published lake version.
   *
   * @throws io.orderlake.domain.lake.LakeFailure when a table or the scratch space cannot be read
   *     or written; a damaged file is named
   */
  public AuditVerdict audit(AuditScope scope, AuditProgress progress) {
    LakeVersion lake = ports.versions().latest();
    Topics topics = new Topics();
    LakeScan scan = LakeScan.of(ports, projections, lake, progress);
    Vector<PublishedGold> gold = scan.goldTables();
    Vector<Measures> measures = gold.map(table -> table.projection().measures());
    try (SpilledFacts facts =
            SpilledFacts.open(ports.scratch(), FactLayout.of(measures), lake.totals().lines());
        SpilledCells cells = new SpilledCells(ports.scratch(), measures, topics)) {
      Desk desk =
          new Desk(
              refiner,
              gold,
              reportingZone,
              scope,
              Sampling.of(scope.sample(), lake.totals().lines()),
              topics,
              facts,
              cells,
              new OffsetLedger(),
              new MappedEarlier(refiner.rules().sources()),
              new Findings());
      return new Audit(scan, desk, lake, workers).verdict();
    }
  }
}
