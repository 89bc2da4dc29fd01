package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.Conservation;
import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.quarantine.ReleasedRecord;
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
        .sorted(Comparator.comparing(held -> held.record().order()))
        .forEach(this::judge);
    counts = counts.judgedBy(refiner.rules().version()).judgingAgain(counts.conservation().read());
  }

  private static List<String> codes(QuarantinedRecord held) {
    return held.reasons().stream().map(QuarantineReason::code).distinct().toList();
  }

  private void judge(QuarantinedRecord held) {
    BronzeRecord record = held.record();
    if (refiner.refine(record) instanceof Verdict.Accepted accepted) {
      admit(held, accepted.order());
    } else {
      count(new Conservation(1, 0, 1, 0), codes(held), List.of());
    }
  }

  private void admit(QuarantinedRecord held, RefinedOrder order) {
    switch (releasing.next(order.eventId(), Releasing.Holder.of(order))) {
      case ROW -> {
        rows.add(order);
        release(held);
        count(new Conservation(1, 1, 0, 0), List.of(), order.provenance().warnings());
      }
      case DUPLICATE -> {
        release(held);
        count(new Conservation(1, 0, 0, 1), List.of(), List.of());
      }
      case OUT_OF_TURN -> {
        outOfTurn++;
        count(new Conservation(1, 0, 1, 0), codes(held), List.of());
      }
      case STAYS -> count(new Conservation(1, 0, 1, 0), codes(held), List.of());
    }
  }

  private void release(QuarantinedRecord held) {
    releases.add(QuarantineRow.release(new ReleasedRecord(held, refiner.rules().version())));
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
