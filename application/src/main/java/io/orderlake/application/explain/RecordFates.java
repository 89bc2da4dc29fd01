package io.orderlake.application.explain;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.function.LongFunction;

/** Finds out what became of records, as one lake version has it. */
final class RecordFates {
  private final LakeLookup lookup;
  private final RecordRefiner refiner;
  private final LakeVersion lake;
  private final ReadHistory history;
  private final java.util.Map<String, Option<RefinedOrder>> firsts = new java.util.HashMap<>();

  RecordFates(ExplainPorts ports, RecordRefiner refiner, LakeVersion lake) {
    this.lookup = ports.lookup();
    this.refiner = refiner;
    this.lake = lake;
    this.history = new ReadHistory(ports.versions(), ports.bronze(), lake);
  }

  /** Each record with what became of it, in Bronze's order. */
  Seq<ExplainedRecord> of(Seq<BronzeRecord> records) {
    Set<SourcePosition> read =
        records
            .filter(record -> history.holds(record.order().ingestSequence()))
            .map(BronzeRecord::source)
            .toSet();
    Map<SourcePosition, Vector<RefinedOrder>> rows =
        found(TableId.SILVER_ORDERS, version -> Gathered.rows(lookup.rowsFrom(version, read)))
            .groupBy(row -> row.provenance().order().source());
    Map<SourcePosition, Vector<QuarantinedRecord>> quarantined =
        found(TableId.QUARANTINE, version -> Gathered.rows(lookup.quarantined(version, read)))
            .groupBy(stored -> stored.record().source());
    Set<SourcePosition> released =
        quarantined.isEmpty()
            ? HashSet.empty()
            : found(TableId.QUARANTINE, version -> Gathered.rows(lookup.released(version, read)))
                .toSet();
    return records
        .sortBy(BronzeRecord::order)
        .map(
            record -> {
              SourcePosition source = record.source();
              Fate fate =
                  read.contains(source)
                      ? fate(
                          record,
                          rows.get(source).flatMap(Vector::headOption),
                          quarantined.getOrElse(source, Vector.empty()),
                          released.contains(source))
                      : new Fate.Unread();
              return explained(record, fate);
            });
  }

  private <R> Vector<R> found(TableId table, LongFunction<Vector<R>> look) {
    return lake.table(table).map(TableState::version).map(look::apply).getOrElse(Vector.empty());
  }

  private Fate fate(
      BronzeRecord record,
      Option<RefinedOrder> row,
      Vector<QuarantinedRecord> quarantined,
      boolean isReleased) {
    if (row.isDefined()) {
      return new Fate.Refined(row.get(), quarantined);
    }
    if (quarantined.isEmpty() || isReleased) {
      return first(record).<Fate>map(Fate.Duplicate::new).getOrElse(Fate.Unaccounted::new);
    }
    return new Fate.Quarantined(
        quarantined, quarantined.exists(Reconsidered::isConflict) ? first(record) : Option.none());
  }

  /** The row of Silver that has the record's event id. */
  private Option<RefinedOrder> first(BronzeRecord record) {
    return Option.of(record.content().value())
        .flatMap(value -> Option.of(refiner.eventIdOf(value)))
        .flatMap(id -> firsts.computeIfAbsent(id, this::rowOf));
  }

  private Option<RefinedOrder> rowOf(String eventId) {
    return found(
            TableId.SILVER_ORDERS,
            version -> Gathered.rows(lookup.rowsOf(version, HashSet.of(eventId))))
        .headOption();
  }

  private ExplainedRecord explained(BronzeRecord record, Fate fate) {
    return new ExplainedRecord(
        record,
        refiner.schemaVersionOf(record),
        fate,
        fate instanceof Fate.Unread
            ? Option.none()
            : Option.some(history.first(record.order().ingestSequence())),
        Reconsidered.of(refiner.rules().version(), refiner.refine(record), fate));
  }
}
