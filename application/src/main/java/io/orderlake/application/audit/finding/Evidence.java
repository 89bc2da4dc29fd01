package io.orderlake.application.audit.finding;

import io.orderlake.application.audit.scan.PublishedGold;
import io.orderlake.application.audit.spill.CellId;
import io.orderlake.application.audit.spill.Fingerprints;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.GoldCell;
import io.orderlake.domain.gold.GoldKey;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The rows behind a few differences, read again in full. */
final class Evidence {
  private final Vector<PublishedGold> tables;
  private final Set<LinePosition> positions;
  private final Set<SourcePosition> sources;
  private final Set<CellId> cells;
  private final Map<SourcePosition, BronzeRecord> bronze = new HashMap<>();
  private final Map<LinePosition, RefinedOrder> silver = new HashMap<>();
  private final Map<LinePosition, QuarantinedRecord> quarantine = new HashMap<>();
  private final Map<CellId, GoldKey> gold = new HashMap<>();

  /**
   * Nothing yet.
   *
   * @param tables the Gold tables, by their numbers
   * @param positions the records and lines that are looked for
   * @param cells the Gold cells that are looked for
   */
  Evidence(Vector<PublishedGold> tables, Set<LinePosition> positions, Set<CellId> cells) {
    this.tables = tables;
    this.positions = positions;
    this.sources = positions.stream().map(LinePosition::source).collect(Collectors.toSet());
    this.cells = cells;
  }

  void take(BronzeRecord record) {
    if (sources.contains(record.source())) {
      keep(bronze, record.source(), record);
    }
  }

  void take(RefinedOrder row) {
    LinePosition position = row.provenance().order().position();
    if (positions.contains(position)) {
      keep(silver, position, row);
    }
  }

  void take(QuarantinedRecord quarantined) {
    LinePosition position = quarantined.order().position();
    if (positions.contains(position)) {
      keep(quarantine, position, quarantined);
    }
  }

  void take(int table, GoldCell cell) {
    String name = tables.get(table).projection().table();
    CellId id = new CellId(table, Fingerprints.cell(name, cell.key()));
    if (cells.contains(id)) {
      keep(gold, id, cell.key());
    }
  }

  private static <K, V> void keep(Map<K, V> kept, K key, V value) {
    synchronized (kept) {
      kept.putIfAbsent(key, value);
    }
  }

  /** The order of a verdict that accepts it. */
  static Option<RefinedOrder> order(Verdict verdict) {
    return verdict instanceof Verdict.Accepted accepted
        ? Option.some(accepted.order())
        : Option.none();
  }

  /** What the rules say of what lies there; none where Bronze has no such record or line. */
  Option<Verdict> verdict(LinePosition position, RecordRefiner refiner) {
    return bronze(position.source())
        .flatMap(record -> Option.of(refiner.refine(record).on(position.line())));
  }

  Option<BronzeRecord> bronze(SourcePosition source) {
    return Option.of(bronze.get(source));
  }

  Option<RefinedOrder> silver(LinePosition position) {
    return Option.of(silver.get(position));
  }

  Option<QuarantinedRecord> quarantine(LinePosition position) {
    return Option.of(quarantine.get(position));
  }

  Option<GoldKey> gold(CellId cell) {
    return Option.of(gold.get(cell));
  }
}
