package io.orderlake.application.audit;

import io.orderlake.application.audit.Findings.Cells;
import io.orderlake.application.audit.Findings.RowKind;
import io.orderlake.application.audit.scan.LakeScan;
import io.orderlake.application.audit.scan.Workers;
import io.orderlake.application.audit.spill.CellId;
import io.orderlake.application.audit.verdict.Difference;
import io.orderlake.application.audit.verdict.Difference.CounterExample;
import io.orderlake.domain.bronze.SourcePosition;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/** Turns findings, which know hashes, into counter-examples that people can follow. */
final class Investigation {
  private final LakeScan scan;
  private final Desk desk;
  private final Workers workers;

  Investigation(LakeScan scan, Desk desk, Workers workers) {
    this.scan = scan;
    this.desk = desk;
    this.workers = workers;
  }

  /** Every difference with its example; reads the tables once more if there is one. */
  Seq<Difference> differences() {
    Findings findings = desk.findings();
    Vector<Difference> all = Vector.ofAll(findings.settled());
    if (!findings.rows().isEmpty() || !findings.cells().isEmpty()) {
      Evidence evidence = gather(findings);
      RowExamples rows = new RowExamples(desk, evidence);
      CellExamples cells = new CellExamples(desk, evidence);
      for (var row : findings.rows().entrySet()) {
        RowKind kind = row.getKey();
        CounterExample example = rows.of(kind, row.getValue().smallest().source());
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

  private Evidence gather(Findings findings) {
    Set<SourcePosition> sources = new HashSet<>();
    Set<CellId> cells = new HashSet<>();
    findings.rows().values().forEach(rows -> sources.add(rows.smallest().source()));
    for (Cells each : findings.cells().values()) {
      cells.add(each.smallest());
      each.first().forEach(sources::add);
    }
    Evidence evidence = new Evidence(desk, sources, cells);
    Seq<Consumer<Evidence>> tables =
        scan.<Evidence>bronze(Evidence::take)
            .appendAll(scan.silver(Evidence::take))
            .appendAll(scan.quarantine(Evidence::take))
            .appendAll(scan.gold(Evidence::take));
    workers.all(tables, () -> evidence);
    return evidence;
  }
}
