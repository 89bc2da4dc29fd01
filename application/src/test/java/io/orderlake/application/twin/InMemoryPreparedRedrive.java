package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.Conservation;
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

/** The quarantine judged again, in a loop. */
final class InMemoryPreparedRedrive implements PreparedRedrive {
  private final InMemoryLake lake;
  private final RecordRefiner refiner;
  private final Releasing releasing;
  private final List<RefinedOrder> rows = new ArrayList<>();
  private final List<QuarantineRow> releases = new ArrayList<>();
  private RefinementCounts counts = RefinementCounts.ZERO;
  private long outOfTurn;

  InMemoryPreparedRedrive(InMemoryLake lake, Option<String> reason, RecordRefiner refiner) {
    this.lake = lake;
    this.refiner = refiner;
    Map<String, Releasing.Holder> holders = new HashMap<>();
    lake.silver.rows().forEach(row -> holders.put(row.eventId(), Releasing.Holder.of(row)));
    this.releasing = new Releasing(holders);
    QuarantineRow.held(lake.quarantine.rows()).stream()
        .filter(held -> reason.forAll(codes(held)::contains))
        .sorted(Comparator.comparing(QuarantinedRecord::order))
        .forEach(this::judge);
    counts = counts.judgedBy(refiner.rules().version()).judgingAgain(counts.conservation().read());
  }

  private static List<String> codes(QuarantinedRecord held) {
    return held.reasons().stream().map(QuarantineReason::code).distinct().toList();
  }

  private void judge(QuarantinedRecord held) {
    Judgement judged = refiner.refine(held.record());
    Releasing.Held again = Releasing.Held.of(held.order(), judged);
    Releasing.Decision decision = releasing.decide(again);
    outOfTurn += decision.isOutOfTurn() ? 1 : 0;
    if (!decision.isReleased()) {
      count(new Conservation(1, 0, 1, 0), codes(held), List.of());
      return;
    }
    releases.add(QuarantineRow.release(new ReleasedRecord(held, refiner.rules().version())));
    count(new Conservation(1, again.lines() - 1, 0, 0, 0), List.of(), List.of());
    Iterator<Releasing.Fate> fates = decision.fates().iterator();
    List<Verdict> verdicts = judged.heldAt(held.line());
    List<BronzeOrder> places = judged.placesHeldAt(held.record().order(), held.line());
    for (int i = 0; i < verdicts.size(); i++) {
      if (verdicts.get(i) instanceof Verdict.Accepted accepted) {
        admit(held.record(), accepted.order(), fates.next());
      } else if (verdicts.get(i) instanceof Verdict.Rejected rejected) {
        hold(held.record(), places.get(i), rejected);
      }
    }
  }

  private void admit(BronzeRecord record, RefinedOrder order, Releasing.Fate fate) {
    switch (fate) {
      case ROW -> {
        rows.add(order);
        count(new Conservation(0, 1, 0, 0), List.of(), order.provenance().warnings());
      }
      case DUPLICATE -> count(new Conservation(0, 0, 0, 1), List.of(), List.of());
      case STAYS ->
          hold(record, order.provenance().order(), refiner.rules().conflict(order.eventId()));
    }
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
