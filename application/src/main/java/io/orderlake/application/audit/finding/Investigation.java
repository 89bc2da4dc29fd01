package io.orderlake.application.audit.finding;

import io.orderlake.application.audit.finding.Findings.Cells;
import io.orderlake.application.audit.finding.Findings.RowKind;
import io.orderlake.application.audit.scan.LakeScan;
import io.orderlake.application.audit.scan.Workers;
import io.orderlake.application.audit.spill.CellId;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.application.audit.verdict.Difference.CounterExample;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.silver.RecordRefiner;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Turns findings, which know hashes, into counter-examples that people can follow. */
public final class Investigation {
  private final LakeScan scan;
  private final RecordRefiner refiner;
  private final Findings findings;
  private final Workers workers;

  /**
   * An investigation of all that was found.
   *
   * @param scan reads the lake version in which it was found
   * @param refiner judges the records behind it, as it did in the replay
   */
  public Investigation(LakeScan scan, RecordRefiner refiner, Findings findings, Workers workers) {
    this.scan = scan;
    this.refiner = refiner;
    this.findings = findings;
    this.workers = workers;
  }

  /** Every difference with its example; reads the tables once more if there is one. */
  public Seq<Difference> differences() {
    Vector<Difference> all = Vector.ofAll(findings.settled());
    if (!findings.rows().isEmpty() || !findings.cells().isEmpty()) {
      Evidence evidence = gather();
      RowExamples rows = new RowExamples(refiner, evidence);
      CellExamples cells = new CellExamples(refiner, scan.goldTables(), evidence);
      for (var row : findings.rows().entrySet()) {
        RowKind kind = row.getKey();
        CounterExample example = rows.of(kind, row.getValue().smallest().position());
        all = all.append(difference(kind, row.getValue().count(), example));
      }
      for (var cell : findings.cells().entrySet()) {
        CounterExample example = cells.of(cell.getValue());
        all = all.append(difference(cell.getKey(), cell.getValue().count(), example));
      }
    }
    return all.sorted(Comparator.comparing(Difference::table).thenComparing(Difference::kind));
  }

  private static Difference difference(RowKind kind, long count, CounterExample example) {
    return new Difference(kind.table(), kind.kind(), count, example);
  }

  private Evidence gather() {
    Set<LinePosition> positions = new HashSet<>();
    Set<CellId> cells = new HashSet<>();
    findings.rows().values().forEach(rows -> positions.add(rows.smallest().position()));
    for (Cells each : findings.cells().values()) {
      cells.add(each.smallest());
      each.first().forEach(positions::add);
    }
    Evidence evidence = new Evidence(scan.goldTables(), positions, cells);
    Seq<Consumer<Evidence>> tables =
        scan.<Evidence>bronze(Evidence::take)
            .appendAll(scan.silver(Evidence::take))
            .appendAll(scan.quarantine(Evidence::take))
            .appendAll(scan.gold(Evidence::take));
    workers.all(tables, () -> evidence);
    return evidence;
  }
}
