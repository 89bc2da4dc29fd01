package io.orderlake.application.audit;

import io.orderlake.application.audit.finding.Investigation;
import io.orderlake.application.audit.scan.LakeScan;
import io.orderlake.application.audit.scan.Workers;
import io.orderlake.application.audit.spill.SpilledCells;
import io.orderlake.application.audit.verdict.AuditFigures;
import io.orderlake.application.audit.verdict.AuditVerdict;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.order.rule.OrderRules;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** One audit of one lake version, pass by pass. */
final class Audit {
  private final LakeScan scan;
  private final Desk desk;
  private final LakeVersion lake;
  private final Workers workers;

  Audit(LakeScan scan, Desk desk, LakeVersion lake, Workers workers) {
    this.scan = scan;
    this.desk = desk;
    this.lake = lake;
    this.workers = workers;
  }

  AuditVerdict verdict() {
    List<Gathering> gathered = gather();
    Sampling cells = Sampling.of(desk.scope().sample(), sum(gathered, Gathering::cells));
    List<SubjectCheck> checked =
        workers.all(
            bins(
                desk.facts().bins(),
                bin -> check -> desk.facts().forEachSubject(bin, check::check)),
            () -> new SubjectCheck(desk, cells));
    checked.forEach(SubjectCheck::end);
    List<CellCheck> compared =
        workers.all(
            bins(SpilledCells.bins(), bin -> check -> desk.cells().forEachCell(bin, check::check)),
            () -> new CellCheck(desk, cells));
    Conservation replayed = replayed(gathered, checked);
    if (!replayed.equals(lake.totals())) {
      desk.findings().sums(lake.number(), replayed, lake.totals());
    }
    AuditFigures figures =
        new AuditFigures(
            replayed,
            reasons(gathered, checked),
            compared(replayed, checked, compared),
            merged(gathered, Gathering::olderRules),
            scan.acceptedGaps(),
            sum(gathered, Gathering::cutOtherwise));
    return new AuditVerdict(
        lake,
        desk.scope(),
        desk.refiner().rules().version(),
        figures,
        new Investigation(scan, desk.refiner(), desk.findings(), workers).differences());
  }

  /** What other mappings took apart, and what they found twice, is taken as it was counted. */
  private Conservation replayed(List<Gathering> gathered, List<SubjectCheck> checked) {
    long records = sum(gathered, Gathering::records);
    Conservation replayed =
        checked.stream()
            .map(SubjectCheck::replayed)
            .reduce(new Conservation(records, -records, 0, 0, 0), Conservation::plus);
    return desk.mapped().any()
        ? new Conservation(
            replayed.read(),
            lake.totals().furtherLines(),
            replayed.refined(),
            replayed.quarantined(),
            lake.totals().duplicates())
        : replayed;
  }

  private List<Gathering> gather() {
    Seq<Consumer<Gathering>> tables =
        scan.bronze(Gathering::replay)
            .appendAll(scan.silver(Gathering::row))
            .appendAll(scan.quarantine(Gathering::quarantined))
            .appendAll(scan.gold(Gathering::cell));
    List<Gathering> gathered = workers.all(tables, () -> new Gathering(desk));
    gathered.forEach(Gathering::end);
    desk.offsets().report(desk.findings(), scan.acceptedGaps(), scan.recordsEnd());
    return gathered;
  }

  private static <W> Seq<Consumer<W>> bins(int count, Function<Integer, Consumer<W>> step) {
    return Vector.range(0, count).map(step);
  }

  private static SortedMap<String, Long> reasons(
      List<Gathering> gathered, List<SubjectCheck> checked) {
    SortedMap<String, Long> reasons = merged(gathered, Gathering::reasons);
    return with(
        OrderRules.DUPLICATE_CONFLICT,
        sum(checked, SubjectCheck::conflicts),
        with(OrderRules.CANCELLATION_WAITS, sum(checked, SubjectCheck::waiting), reasons));
  }

  private static SortedMap<String, Long> with(
      String code, long count, SortedMap<String, Long> reasons) {
    return count == 0 ? reasons : reasons.put(code, count);
  }

  private SortedMap<TableId, Long> compared(
      Conservation replayed, List<SubjectCheck> checked, List<CellCheck> cells) {
    SortedMap<TableId, Long> all =
        TreeMap.of(
            TableId.BRONZE_ORDERS,
            replayed.read(),
            TableId.SILVER_ORDERS,
            sum(checked, SubjectCheck::rowsCompared),
            TableId.QUARANTINE,
            sum(checked, SubjectCheck::quarantinedCompared));
    return all.filterKeys(table -> lake.table(table).isDefined())
        .merge(merged(cells, CellCheck::compared));
  }

  private static <W> long sum(List<W> workers, ToLongFunction<W> count) {
    return workers.stream().mapToLong(count).sum();
  }

  private static <W, K extends Comparable<? super K>> SortedMap<K, Long> merged(
      List<W> workers, Function<W, Map<K, Long>> counts) {
    SortedMap<K, Long> all = TreeMap.empty();
    for (W worker : workers) {
      all = all.merge(TreeMap.ofAll(counts.apply(worker)), Long::sum);
    }
    return all;
  }
}
