package io.orderlake.application.contract;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Cancellation;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Silver and the quarantine have to hold: every record judged, in a loop.
 *
 * @param rows of Silver
 * @param quarantined of the quarantine
 */
record Judged(List<RefinedOrder> rows, List<QuarantinedRecord> quarantined) {

  /** Orders in Bronze's order; then cancellations, of which it is all one where they came. */
  static Judged inOrder(List<BronzeRecord> bronze, RecordRefiner refiner) {
    Judged judged = new Judged(new ArrayList<>(), new ArrayList<>());
    Map<String, RefinedOrder> held = new HashMap<>();
    Set<String> withdrawn = new HashSet<>();
    for (boolean cancellations : new boolean[] {false, true}) {
      for (BronzeRecord record : bronze) {
        Judgement judgement = refiner.refine(record);
        List<BronzeOrder> places = judgement.places(record.order());
        for (int i = 0; i < places.size(); i++) {
          Verdict verdict = judgement.verdicts().get(i);
          if (!cancellations) {
            judged.take(record, places.get(i), verdict, refiner, held);
          } else if (verdict instanceof Verdict.Cancels cancels) {
            judged.cancel(record, cancels.cancellation(), refiner, held, withdrawn);
          }
        }
      }
    }
    return judged;
  }

  private void take(
      BronzeRecord record,
      BronzeOrder place,
      Verdict verdict,
      RecordRefiner refiner,
      Map<String, RefinedOrder> held) {
    if (verdict instanceof Verdict.Accepted accepted) {
      RefinedOrder order = accepted.order();
      RefinedOrder first = held.putIfAbsent(order.eventId(), order);
      if (first == null) {
        rows.add(order);
      } else if (!first.contentHash().equals(order.contentHash())) {
        reject(record, place, refiner, refiner.rules().conflict(order.eventId()));
      }
    } else if (verdict instanceof Verdict.Rejected rejected) {
      reject(record, place, refiner, rejected);
    }
  }

  private void cancel(
      BronzeRecord record,
      Cancellation cancellation,
      RecordRefiner refiner,
      Map<String, RefinedOrder> held,
      Set<String> withdrawn) {
    String eventId = cancellation.eventId();
    RefinedOrder order = held.get(eventId);
    if (order == null) {
      BronzeOrder place = cancellation.provenance().order();
      reject(record, place, refiner, refiner.rules().waits(eventId));
    } else if (withdrawn.add(eventId)) {
      rows.add(cancellation.of(order));
    }
  }

  private void reject(
      BronzeRecord record, BronzeOrder place, RecordRefiner refiner, Verdict.Rejected verdict) {
    quarantined.add(
        new QuarantinedRecord(record, place.line(), verdict.reasons(), refiner.rules().version()));
  }
}
