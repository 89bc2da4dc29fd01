package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverTable;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Silver and Quarantine in collections: the refiner in a loop. */
final class InMemorySilver implements SilverTable {
  private final InMemoryLake lake;
  private final BronzeReading bronze;

  InMemorySilver(InMemoryLake lake, BronzeReading bronze) {
    this.lake = lake;
    this.bronze = bronze;
  }

  @Override
  public VersionRange unread(long maxRecords) {
    lake.finish();
    return bronze.unread(List.of(lake.silver.position(), lake.quarantine.position()), maxRecords);
  }

  @Override
  public PreparedRefinement prepare(VersionRange range, RecordRefiner refiner) {
    return refine(range, refiner);
  }

  Staged refine(VersionRange range, RecordRefiner refiner) {
    Staged staged = new Staged(range);
    Map<String, ContentHash> held = new HashMap<>();
    lake.silver.rows().forEach(row -> held.put(row.eventId(), row.contentHash()));
    bronze.records(range).forEach(record -> staged.take(record, refiner, held));
    staged.counts = staged.counts.judgedBy(refiner.rules().version());
    return staged;
  }

  @Override
  public SortedMap<TableId, TableState> states() {
    return TreeMap.<TableId, TableState>empty()
        .merge(state(TableId.SILVER_ORDERS, lake.silver))
        .merge(state(TableId.QUARANTINE, lake.quarantine));
  }

  private static SortedMap<TableId, TableState> state(TableId id, InMemoryTable<?, ?> table) {
    return table.version() < 0
        ? TreeMap.empty()
        : TreeMap.of(id, new TableState(table.version(), table.position()));
  }

  @Override
  public RefinementCounts committedSince(Option<Long> silverVersion) {
    return lake.silver.after(silverVersion.getOrElse(-1L), lake.silver.version()).stream()
        .map(InMemoryTable.Commit::carried)
        .reduce(RefinementCounts.ZERO, RefinementCounts::plus);
  }

  /** A refined range. */
  final class Staged implements PreparedRefinement {
    private final VersionRange range;
    private final List<RefinedOrder> rows = new ArrayList<>();
    private final List<QuarantineRow> quarantined = new ArrayList<>();
    private RefinementCounts counts = RefinementCounts.ZERO;

    private Staged(VersionRange range) {
      this.range = range;
    }

    private void take(BronzeRecord record, RecordRefiner refiner, Map<String, ContentHash> held) {
      Judgement judged = refiner.refine(record);
      count(new Conservation(1, judged.furtherLines(), 0, 0, 0), List.of(), List.of());
      List<BronzeOrder> places = judged.places(record.order());
      for (int i = 0; i < places.size(); i++) {
        take(record, places.get(i), judged.verdicts().get(i), refiner, held);
      }
    }

    private void take(
        BronzeRecord record,
        BronzeOrder place,
        Verdict verdict,
        RecordRefiner refiner,
        Map<String, ContentHash> held) {
      if (verdict instanceof Verdict.Rejected rejected) {
        reject(record, place, rejected, refiner);
      } else if (verdict instanceof Verdict.Accepted accepted) {
        RefinedOrder order = accepted.order();
        switch (Admission.of(held.get(order.eventId()), order.contentHash())) {
          case FIRST -> {
            held.put(order.eventId(), order.contentHash());
            rows.add(order);
            count(new Conservation(0, 1, 0, 0), List.of(), order.provenance().warnings());
          }
          case DUPLICATE -> count(new Conservation(0, 0, 0, 1), List.of(), List.of());
          case CONFLICT ->
              reject(record, place, refiner.rules().conflict(order.eventId()), refiner);
        }
      }
    }

    private void reject(
        BronzeRecord record, BronzeOrder place, Verdict.Rejected rejected, RecordRefiner refiner) {
      quarantined.add(
          QuarantineRow.held(
              new QuarantinedRecord(
                  record, place.line(), rejected.reasons(), refiner.rules().version())));
      count(
          new Conservation(0, 0, 1, 0),
          rejected.reasons().stream().map(QuarantineReason::code).toList(),
          List.of());
      if (rejected.halts()) {
        counts =
            counts.plus(
                new RefinementCounts(
                    Conservation.ZERO,
                    TreeMap.empty(),
                    TreeMap.empty(),
                    io.vavr.collection.List.of(
                        place.position() + ": " + rejected.reasons().get(0).sentence())));
      }
    }

    private void count(Conservation one, List<String> reasons, List<String> warnings) {
      counts = counts.plus(Counts.of(one, reasons, warnings));
    }

    @Override
    public RefinementCounts counts() {
      return counts;
    }

    @Override
    public void commit() {
      commitQuarantine();
      lake.finish();
    }

    void commitQuarantine() {
      if (lake.quarantine.position() < range.upTo()) {
        lake.quarantine.appendRange(quarantined, "", range);
        lake.decide(() -> lake.silver.appendRange(rows, counts, range));
      }
    }

    @Override
    public void close() {
      // nothing is held outside memory
    }
  }
}
