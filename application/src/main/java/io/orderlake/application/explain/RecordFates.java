package io.orderlake.application.explain;

import io.orderlake.application.lake.Gathered;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.LinePosition;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.gold.OrderBalance;
import io.orderlake.domain.gold.Sale;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lookup.LakeLookup;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RuleSet;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.HashMap;
import io.vavr.collection.HashSet;
import io.vavr.collection.Map;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds out what became of records, as one lake version has it. */
final class RecordFates {
  private final LakeLookup lookup;
  private final RecordRefiner refiner;
  private final LakeVersion lake;
  private final ReadHistory history;
  private final java.util.Map<String, Vector<RefinedOrder>> ofEvents = new java.util.HashMap<>();
  private Map<String, Vector<Sale>> ofOrders = HashMap.empty();

  RecordFates(ExplainPorts ports, RecordRefiner refiner, LakeVersion lake) {
    this.lookup = ports.lookup();
    this.refiner = refiner;
    this.lake = lake;
    this.history = new ReadHistory(ports.versions(), ports.bronze(), lake);
  }

  /**
   * What became of each record, or of each of its lines, in Bronze's order.
   *
   * @param wanted which of them are of interest
   */
  Seq<ExplainedRecord> of(Seq<BronzeRecord> records, Predicate<ExplainedRecord> wanted) {
    Set<SourcePosition> read =
        records
            .filter(record -> history.holds(record.order().ingestSequence()))
            .map(BronzeRecord::source)
            .toSet();
    Vector<RefinedOrder> rows =
        found(TableId.SILVER_ORDERS, version -> Gathered.rows(lookup.rowsFrom(version, read)));
    rememberOrders(rows.filter(RecordFates::isRefund).map(RefinedOrder::orderId).toSet());
    StoredLines stored =
        new StoredLines(
            rows.groupBy(row -> row.provenance().order().position()),
            found(TableId.QUARANTINE, version -> Gathered.rows(lookup.quarantined(version, read)))
                .groupBy(held -> held.order().position()),
            found(TableId.QUARANTINE, version -> Gathered.rows(lookup.released(version, read)))
                .map(BronzeOrder::position)
                .toSet());
    remember(stored.eventIds());
    return records
        .sortBy(BronzeRecord::order)
        .flatMap(record -> lines(record, read.contains(record.source()), stored))
        .filter(wanted);
  }

  private Seq<ExplainedRecord> lines(BronzeRecord record, boolean isRead, StoredLines stored) {
    Judgement judged = refiner.refine(record);
    List<Option<String>> ids = new ArrayList<>();
    refiner.eventIds(
        record.source().topic(), record.content().value(), id -> ids.add(Option.of(id)));
    SortedMap<Integer, Option<String>> today = TreeMap.empty();
    List<BronzeOrder> places = judged.places(record.order());
    for (int i = 0; i < places.size(); i++) {
      today = today.put(places.get(i).line(), ids.get(i));
    }
    // Another mapping may have found other lines: what is stored is what there is then.
    SortedSet<Integer> kept = stored.lines(record.source(), judged.isTakenApart());
    boolean isOlder = stored.isDecidedBefore(record.source(), refiner.rules().version());
    SortedSet<Integer> lines = isOlder ? kept : kept.addAll(today.keySet());
    SortedMap<Integer, Option<String>> known = today;
    return lines
        .toVector()
        .map(
            line ->
                explained(
                    record,
                    line,
                    isRead
                        ? fate(
                            stored,
                            new LinePosition(record.source(), line),
                            known.get(line).flatMap(id -> id),
                            judged.on(line) instanceof Verdict.Cancels)
                        : new Fate.Unread(),
                    judged.on(line)));
  }

  private <R> Vector<R> found(TableId table, LongFunction<Vector<R>> look) {
    return lake.table(table).map(TableState::version).map(look::apply).getOrElse(Vector.empty());
  }

  private Fate fate(
      StoredLines stored, LinePosition position, Option<String> eventId, boolean cancels) {
    Option<RefinedOrder> row = stored.row(position);
    Vector<QuarantinedRecord> quarantined = stored.quarantined(position);
    if (row.isDefined()) {
      return new Fate.Refined(
          row.get(),
          quarantined,
          Option.when(!row.get().isWithdrawal(), row.get().eventId())
              .flatMap(id -> rowOf(id, true)),
          row.filter(RecordFates::isRefund).map(this::balance));
    }
    if (quarantined.isEmpty() || stored.isReleased(position)) {
      return eventId
          .flatMap(id -> rowOf(id, cancels))
          .<Fate>map(Fate.Duplicate::new)
          .getOrElse(Fate.Unaccounted::new);
    }
    return new Fate.Quarantined(
        quarantined,
        quarantined.exists(Reconsidered::isForAnother)
            ? eventId.flatMap(id -> rowOf(id, false))
            : Option.none());
  }

  private static boolean isRefund(RefinedOrder row) {
    return row.quantity() < 0 && !row.isWithdrawal();
  }

  /** Looks for all rows of these orders at once. */
  private void rememberOrders(Set<String> orderIds) {
    if (orderIds.nonEmpty()) {
      ofOrders =
          found(
                  TableId.SILVER_ORDERS,
                  version -> Gathered.rows(lookup.rowsOfOrders(version, orderIds)))
              .map(Sale::of)
              .groupBy(Sale::orderId);
    }
  }

  /** What the order of a refund has sold and given back, in its currency. */
  private OrderBalance balance(RefinedOrder row) {
    return ofOrders
        .get(row.orderId())
        .get()
        .filter(sale -> sale.currency().equals(row.currency()))
        .map(OrderBalance::of)
        .reduce(OrderBalance::plus);
  }

  /** The row of Silver that the event is, or the one that withdraws it. */
  private Option<RefinedOrder> rowOf(String eventId, boolean withdraws) {
    return ofEvents
        .computeIfAbsent(eventId, this::rowsOf)
        .find(row -> row.isWithdrawal() == withdraws);
  }

  /** Looks for all rows of these events at once. */
  private void remember(Set<String> eventIds) {
    if (eventIds.nonEmpty()) {
      eventIds.forEach(eventId -> ofEvents.put(eventId, Vector.empty()));
      found(TableId.SILVER_ORDERS, version -> Gathered.rows(lookup.rowsOf(version, eventIds)))
          .forEach(row -> ofEvents.merge(row.eventId(), Vector.of(row), Vector::appendAll));
    }
  }

  private Vector<RefinedOrder> rowsOf(String eventId) {
    return found(
        TableId.SILVER_ORDERS,
        version -> Gathered.rows(lookup.rowsOf(version, HashSet.of(eventId))));
  }

  private ExplainedRecord explained(
      BronzeRecord record, int line, Fate fate, @Nullable Verdict today) {
    RuleSet rules = refiner.rules();
    Verdict verdict =
        today == null
            ? rules.undecodable("the rules in force find no line " + line + " in the record")
            : today;
    return new ExplainedRecord(
        record,
        line,
        refiner.schemaVersionOf(record),
        fate,
        fate instanceof Fate.Unread
            ? Option.none()
            : Option.some(history.first(record.order().ingestSequence())),
        Reconsidered.of(rules.version(), verdict, fate));
  }
}
