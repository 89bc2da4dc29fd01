package io.orderlake.application.contract;

import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.ContentHash;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.Judgement;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.RefinedOrder;
import io.orderlake.domain.silver.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Silver and the quarantine have to hold: every record judged, in a loop.
 *
 * @param rows of Silver
 * @param quarantined of the quarantine
 */
record Judged(List<RefinedOrder> rows, List<QuarantinedRecord> quarantined) {

  static Judged inOrder(List<BronzeRecord> bronze, RecordRefiner refiner) {
    Judged judged = new Judged(new ArrayList<>(), new ArrayList<>());
    Map<String, ContentHash> held = new HashMap<>();
    for (BronzeRecord record : bronze) {
      Judgement judgement = refiner.refine(record);
      List<BronzeOrder> places = judgement.places(record.order());
      for (int i = 0; i < places.size(); i++) {
        judged.take(record, places.get(i), judgement.verdicts().get(i), refiner, held);
      }
    }
    return judged;
  }

  private void take(
      BronzeRecord record,
      BronzeOrder place,
      Verdict verdict,
      RecordRefiner refiner,
      Map<String, ContentHash> held) {
    if (verdict instanceof Verdict.Accepted accepted) {
      RefinedOrder order = accepted.order();
      switch (Admission.of(held.get(order.eventId()), order.contentHash())) {
        case FIRST -> {
          held.put(order.eventId(), order.contentHash());
          rows.add(order);
        }
        case DUPLICATE -> {} // leaves no row
        case CONFLICT -> reject(record, place, refiner, refiner.rules().conflict(order.eventId()));
      }
    } else if (verdict instanceof Verdict.Rejected rejected) {
      reject(record, place, refiner, rejected);
    }
  }

  private void reject(
      BronzeRecord record, BronzeOrder place, RecordRefiner refiner, Verdict.Rejected verdict) {
    quarantined.add(
        new QuarantinedRecord(record, place.line(), verdict.reasons(), refiner.rules().version()));
  }
}
