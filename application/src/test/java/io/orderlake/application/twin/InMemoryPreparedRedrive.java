package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.order.rule.OrderRules;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.PreparedRedrive;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.Releasing;
import io.orderlake.domain.silver.Verdict;
import io.vavr.control.Option;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The quarantine judged again, in a loop. */
final class InMemoryPreparedRedrive implements PreparedRedrive {
  private static final Option<String> WAITING = Option.some(OrderRules.CANCELLATION_WAITS);

  private final InMemoryLake lake;
  private final RecordRefiner refiner;
  private final Map<String, RefinedOrder> orders = new HashMap<>();
  private final List<RefinedOrder> rows = new ArrayList<>();
  private final List<QuarantineRow> releases = new ArrayList<>();
  private RefinementCounts counts = RefinementCounts.ZERO;
  private long outOfTurn;

  InMemoryPreparedRedrive(InMemoryLake lake, Option<String> reason, RecordRefiner refiner) {
    this.lake = lake;
    this.refiner = refiner;
    List<Again> judged =
        QuarantineRow.held(lake.quarantine.rows()).stream()
            .filter(held -> isAsked(reason, held) || isAsked(WAITING, held))
            .sorted(Comparator.comparing(QuarantinedRecord::order))
            .map(held -> Again.of(held, isAsked(reason, held), refiner.refine(held.record())))
            .toList();
    List<RefinedOrder> stored = lake.silver.rows();
    List<Releasing.Decision> decisions =
        Releasing.decide(
            judged.stream().map(Again::again).toList(),
            stored.stream().map(Releasing.RefinedRow::of).toList());
    stored.stream()
        .filter(row -> !row.isWithdrawal())
        .forEach(row -> orders.put(row.eventId(), row));
    for (boolean cancellations : new boolean[] {false, true}) {
      for (int i = 0; i < judged.size(); i++) {
        admit(judged.get(i), decisions.get(i), cancellations);
      }
    }
    for (int i = 0; i < judged.size(); i++) {
      release(judged.get(i), decisions.get(i));
    }
    counts = counts.judgedBy(refiner.rules().version()).judgingAgain(counts.conservation().read());
  }

  /**
   * Something that is held, judged again.
   *
   * @param isAsked whether it was asked for; else it may be released with its event
   */
  private record Again(
      QuarantinedRecord held, boolean isAsked, Judgement judged, Releasing.Held again) {
    static Again of(QuarantinedRecord held, boolean isAsked, Judgement judged) {
      return new Again(held, isAsked, judged, Releasing.Held.of(held.order(), judged));
    }

    List<Verdict> verdicts() {
      return judged.heldAt(held.line());
    }

    List<BronzeOrder> places() {
      return judged.placesHeldAt(held.record().order(), held.line());
    }
  }

  private static boolean isAsked(Option<String> reason, QuarantinedRecord held) {
    return reason.forAll(codes(held)::contains);
  }

  private static List<String> codes(QuarantinedRecord held) {
    return held.reasons().stream().map(QuarantineReason::code).distinct().toList();
  }

  private void release(Again one, Releasing.Decision decision) {
    if (!decision.isReleased()) {
      if (one.isAsked) {
        outOfTurn += decision.isOutOfTurn() ? 1 : 0;
        count(new Conservation(1, 0, 1, 0), codes(one.held), List.of());
      }
      return;
    }
    releases.add(QuarantineRow.release(new ReleasedRecord(one.held, refiner.rules().version())));
    count(new Conservation(1, one.again.lines() - 1, 0, 0, 0), List.of(), List.of());
    for (int i = 0; i < one.verdicts().size(); i++) {
      if (one.verdicts().get(i) instanceof Verdict.Rejected rejected) {
        hold(one.held.record(), one.places().get(i), rejected);
      }
    }
  }

  /** What becomes of the lines that pass. */
  private void admit(Again one, Releasing.Decision decision, boolean cancellations) {
    Iterator<Releasing.Fate> fates = decision.fates().iterator();
    for (int i = 0; i < one.verdicts().size() && fates.hasNext(); i++) {
      Verdict verdict = one.verdicts().get(i);
      if (verdict instanceof Verdict.Rejected) {
        continue;
      }
      Releasing.Fate fate = fates.next();
      if (verdict instanceof Verdict.Cancels == cancellations) {
        admit(one.held.record(), one.places().get(i), verdict, fate);
      }
    }
  }

  private void admit(BronzeRecord record, BronzeOrder place, Verdict verdict, Releasing.Fate fate) {
    String eventId = Objects.requireNonNull(verdict.eventId());
    switch (fate) {
      case ROW -> {
        RefinedOrder row = row(verdict);
        rows.add(row);
        count(new Conservation(0, 1, 0, 0), List.of(), row.provenance().warnings());
      }
      case DUPLICATE -> count(new Conservation(0, 0, 0, 1), List.of(), List.of());
      case STAYS ->
          hold(
              record,
              place,
              verdict instanceof Verdict.Cancels
                  ? refiner.rules().waits(eventId)
                  : refiner.rules().conflict(eventId));
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

  private void hold(BronzeRecord record, BronzeOrder place, Verdict.Rejected rejected) {
    releases.add(
        QuarantineRow.held(
            new QuarantinedRecord(
                record, place.line(), rejected.reasons(), refiner.rules().version())));
    count(new Conservation(0, 0, 1, 0), rejected.codes(), List.of());
  }

  private void count(Conservation one, List<String> reasons, List<String> warnings) {
    counts = counts.plus(Counts.of(one, reasons, warnings));
  }

  @Override
  public RefinementCounts counts() {
    return counts;
  }

  @Override
  public long outOfTurn() {
    return outOfTurn;
  }

  @Override
  public void commit() {
    if (!releases.isEmpty()) {
      decide();
      lake.finish();
    }
  }

  /** The quarantine's part. */
  void decide() {
    lake.quarantine.append(releases, "", lake.quarantine.position());
    lake.decide(() -> lake.silver.append(rows, counts, lake.silver.position()));
  }

  @Override
  public void close() {
    // nothing is held outside memory
  }
}
