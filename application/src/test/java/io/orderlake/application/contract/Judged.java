package io.orderlake.application.contract;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.quarantine.QuarantinedRecord;
import io.orderlake.domain.silver.Admission;
import io.orderlake.domain.silver.ContentHash;
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
      Verdict verdict = refiner.refine(record);
      if (verdict instanceof Verdict.Accepted accepted) {
        RefinedOrder order = accepted.order();
        switch (Admission.of(held.get(order.eventId()), order.contentHash())) {
          case FIRST -> {
            held.put(order.eventId(), order.contentHash());
            judged.rows.add(order);
          }
          case DUPLICATE -> {} // leaves no row
          case CONFLICT ->
              judged.reject(record, refiner, refiner.rules().conflict(order.eventId()));
        }
      } else if (verdict instanceof Verdict.Rejected rejected) {
        judged.reject(record, refiner, rejected);
      }
    }
    return judged;
  }

  private void reject(BronzeRecord record, RecordRefiner refiner, Verdict.Rejected verdict) {
    quarantined.add(new QuarantinedRecord(record, verdict.reasons(), refiner.rules().version()));
  }
}
