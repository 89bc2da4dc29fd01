package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Admitting;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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
    Staged staged = new Staged(range, refiner);
    bronze.records(range).forEach(staged::take);
    staged.end();
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

  private static boolean waits(QuarantinedRecord held) {
    return held.reasons().stream()
        .anyMatch(reason -> reason.code().equals(OrderRules.CANCELLATION_WAITS));
  }

  /**
   * A line of the range, or one that waits.
   *
   * @param held as which it waits; null for a line of the range
   */
  private record Line(
      BronzeRecord record, BronzeOrder place, Verdict verdict, @Nullable QuarantinedRecord held) {}

  /** A refined range. */
  final class Staged implements PreparedRefinement {
    private final VersionRange range;
    private final RecordRefiner refiner;
    private final Admitting<Line> admitting = new Admitting<>(this::decided);
    private final Map<String, RefinedOrder> orders = new HashMap<>();
    private final List<RefinedOrder> rows = new ArrayList<>();
    private final List<QuarantineRow> quarantined = new ArrayList<>();
    private RefinementCounts counts = RefinementCounts.ZERO;
    private long released;

    private Staged(VersionRange range, RecordRefiner refiner) {
      this.range = range;
      this.refiner = refiner;
      for (RefinedOrder row : lake.silver.rows()) {
        if (row.isWithdrawal()) {
          admitting.hasWithdrawn(row.eventId());
        } else {
          admitting.holds(row.eventId(), row.contentHash());
          orders.put(row.eventId(), row);
        }
      }
      QuarantineRow.held(lake.quarantine.rows()).stream()
          .filter(InMemorySilver::waits)
          .sorted(Comparator.comparing(QuarantinedRecord::order))
          .forEach(this::takeWaiting);
    }

    private void takeWaiting(QuarantinedRecord held) {
      if (refiner.refine(held.record()).on(held.line()) instanceof Verdict.Cancels cancels) {
        admitting.cancellation(
            cancels.eventId(), new Line(held.record(), held.order(), cancels, held));
      }
    }

    private void take(BronzeRecord record) {
      Judgement judged = refiner.refine(record);
      count(new Conservation(1, judged.furtherLines(), 0, 0, 0), List.of(), List.of());
      List<BronzeOrder> places = judged.places(record.order());
      for (int i = 0; i < places.size(); i++) {
        take(new Line(record, places.get(i), judged.verdicts().get(i), null));
      }
    }

    private void take(Line line) {
      if (line.verdict instanceof Verdict.Rejected rejected) {
        reject(line, rejected);
      } else if (line.verdict instanceof Verdict.Cancels cancels) {
        admitting.cancellation(cancels.eventId(), line);
      } else if (line.verdict instanceof Verdict.Accepted accepted) {
        admitting.order(accepted.eventId(), accepted.order().contentHash(), line);
      }
    }

    private void decided(Line line, Admission admission) {
      if (line.held != null) {
        if (admission == Admission.WAITS) {
          return;
        }
        released++;
        count(new Conservation(1, 0, 0, 0), List.of(), List.of());
        quarantined.add(
            QuarantineRow.release(new ReleasedRecord(line.held, refiner.rules().version())));
      }
      String eventId = Objects.requireNonNull(line.verdict.eventId());
      switch (admission) {
        case FIRST -> {
          RefinedOrder row = row(line.verdict);
          rows.add(row);
          count(new Conservation(0, 1, 0, 0), List.of(), row.provenance().warnings());
        }
        case DUPLICATE -> count(new Conservation(0, 0, 0, 1), List.of(), List.of());
        case CONFLICT -> reject(line, refiner.rules().conflict(eventId));
        case WAITS -> reject(line, refiner.rules().waits(eventId));
      }
    }

    private RefinedOrder row(Verdict verdict) {
      if (verdict instanceof Verdict.Cancels cancels) {
        return cancels.cancellation().of(Objects.requireNonNull(orders.get(cancels.eventId())));
      }
      RefinedOrder order = ((Verdict.Accepted) verdict).order();
      orders.put(order.eventId(), order);
      return order;
    }

    private void end() {
      admitting.end();
      counts = counts.judgedBy(refiner.rules().version()).judgingAgain(released);
    }

    private void reject(Line line, Verdict.Rejected rejected) {
      quarantined.add(
          QuarantineRow.held(
              new QuarantinedRecord(
                  line.record, line.place.line(), rejected.reasons(), refiner.rules().version())));
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
                        line.place.position() + ": " + rejected.reasons().get(0).sentence())));
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
