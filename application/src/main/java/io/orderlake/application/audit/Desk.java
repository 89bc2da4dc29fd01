package io.orderlake.application.audit;

import io.orderlake.application.audit.finding.Findings;
import io.orderlake.application.audit.finding.OffsetLedger;
import io.orderlake.application.audit.scan.PublishedGold;
import io.orderlake.application.audit.spill.SpilledCells;
import io.orderlake.application.audit.spill.SpilledFacts;
import io.orderlake.application.audit.spill.Topics;
import io.orderlake.application.audit.verdict.AuditScope;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.collection.Vector;
import java.time.ZoneId;

/**
 * What the steps of one audit share.
 *
 * @param refiner judges the replayed records
 * @param gold the Gold tables that are published; a table's number is its place here
 * @param zone whose days the scope's dates and Gold's days are
 * @param events which events are compared, by the hash of their keys
 * @param facts gathered from all tables
 * @param cells sums by Gold cell
 * @param mapped up to where sources were mapped otherwise
 */
record Desk(
    RecordRefiner refiner,
    Vector<PublishedGold> gold,
    ZoneId zone,
    AuditScope scope,
    Sampling events,
    Topics topics,
    SpilledFacts facts,
    SpilledCells cells,
    OffsetLedger offsets,
    MappedEarlier mapped,
    Findings findings) {}
