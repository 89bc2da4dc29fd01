package io.orderlake.application.audit;

import io.orderlake.application.audit.Difference.CounterExample;
import io.orderlake.application.audit.Difference.Kind;
import io.orderlake.application.audit.Findings.Cells;
import io.orderlake.application.audit.Findings.RowKind;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.Revenue;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.Seq;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
      for (var row : findings.rows().entrySet()) {
        SourcePosition source = row.getValue().smallest().source();
        all =
            all.append(
                difference(
                    row.getKey(), row.getValue().count(), row(row.getKey(), source, evidence)));
      }
      for (var cell : findings.cells().entrySet()) {
        all =
            all.append(
                difference(
                    cell.getKey(), cell.getValue().count(), cell(cell.getValue(), evidence)));
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
      firstOf(each).forEach(sources::add);
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

  private static Option<SourcePosition> firstOf(Cells cells) {
    @Nullable BronzeOrder first = cells.cell().first();
    return Option.of(first).map(BronzeOrder::source);
  }

  // Rows ------------------------------------------------------------------------------------------

  private CounterExample row(RowKind kind, SourcePosition source, Evidence evidence) {
    Option<Verdict> verdict = evidence.bronze(source).map(record -> desk.refiner().refine(record));
    return kind.table().equals(TableId.SILVER_ORDERS)
        ? silver(kind.kind(), source, verdict, evidence)
        : quarantine(kind.kind(), source, verdict, evidence);
  }

  private CounterExample silver(
      Kind kind, SourcePosition source, Option<Verdict> verdict, Evidence evidence) {
    Option<RefinedOrder> replayed = verdict.flatMap(Investigation::order);
    Option<RefinedOrder> stored = evidence.silver(source);
    boolean both = kind == Kind.OTHER_VALUES && replayed.isDefined() && stored.isDefined();
    return new CounterExample(
        replayed
            .orElse(stored)
            .map(order -> "event " + printable(order.eventId()))
            .getOrElse("a record"),
        Option.some(source),
        both
            ? RowText.differing(replayed.get(), stored.get())
            : kind == Kind.UNEXPECTED
                ? notARow(verdict)
                : replayed.map(RowText::row).getOrElse("no row"),
        both
            ? RowText.differing(stored.get(), replayed.get())
            : kind == Kind.MISSING ? "no row" : stored.map(RowText::row).getOrElse("no row"));
  }

  /** What became of the record that is no row of Silver. */
  private static String notARow(Option<Verdict> verdict) {
    return verdict.fold(
        () -> "no such record in Bronze",
        given ->
            given instanceof Verdict.Rejected rejected
                ? "quarantined: " + RowText.reasons(rejected.reasons())
                : "no such row: the event became a row once, with another record or other fields");
  }

  private CounterExample quarantine(
      Kind kind, SourcePosition source, Option<Verdict> verdict, Evidence evidence) {
    Option<List<QuarantineReason>> stored = evidence.quarantine(source).map(q -> q.reasons());
    String replayed =
        verdict.fold(
            () -> "no such record in Bronze",
            given ->
                kind == Kind.UNEXPECTED && given instanceof Verdict.Accepted
                    ? "no reason against it"
                    : RowText.reasons(reasons(given)));
    return new CounterExample(
        "the record",
        Option.some(source),
        replayed,
        kind == Kind.MISSING
            ? "no quarantined record"
            : stored.map(RowText::reasons).getOrElse("no quarantined record"));
  }

  private List<QuarantineReason> reasons(Verdict verdict) {
    return verdict instanceof Verdict.Accepted accepted
        ? desk.refiner().rules().conflict(accepted.order().eventId()).reasons()
        : ((Verdict.Rejected) verdict).reasons();
  }

  private static Option<RefinedOrder> order(Verdict verdict) {
    return verdict instanceof Verdict.Accepted accepted
        ? Option.some(accepted.order())
        : Option.none();
  }

  // Cells -----------------------------------------------------------------------------------------

  private CounterExample cell(Cells cells, Evidence evidence) {
    GoldProjection projection = desk.gold().get(cells.smallest().table()).projection();
    Option<SourcePosition> first = firstOf(cells);
    String subject =
        evidence
            .gold(cells.smallest())
            .orElse(
                () ->
                    first
                        .flatMap(evidence::bronze)
                        .flatMap(record -> order(desk.refiner().refine(record)))
                        .map(projection::keyOf))
            .map(key -> cellName(projection, key))
            .getOrElse("a cell");
    return new CounterExample(
        subject,
        first,
        first.isEmpty() ? "no event in it" : sum(cells.cell().replayed()),
        cells.cell().stored().isEmpty()
            ? "no row"
            : cells.cell().stored().stream()
                .map(Investigation::sum)
                .collect(Collectors.joining(" and ")));
  }

  private static String cellName(GoldProjection projection, GoldKey key) {
    return projection.textColumn()
        + " '"
        + RowText.printable(key.text())
        + "', "
        + projection.time().name()
        + " "
        + key.time();
  }

  private static String sum(Revenue revenue) {
    return "revenue %s, units %d, events %d"
        .formatted(revenue.amount().plain(), revenue.units(), revenue.events());
  }

  private static String printable(String text) {
    return RowText.printable(text);
  }
}
