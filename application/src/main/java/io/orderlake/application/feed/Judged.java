package io.orderlake.application.feed;

import io.orderlake.domain.quarantine.QuarantineReason;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.List;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Events judged by the lake's rules as if they were stored now. */
final class Judged {
  private final RecordRefiner refiner;
  private final Instant now;
  private final Map<String, Examination.Reason> reasons = new LinkedHashMap<>();
  private long passing;

  Judged(RecordRefiner refiner, Instant now) {
    this.refiner = refiner;
    this.now = now;
  }

  void take(FeedEvent event) {
    if (!(refiner.refine(Fingerprint.asStored(event.value(), now)).whole()
        instanceof Verdict.Rejected rejected)) {
      passing++;
      return;
    }
    Set<String> codes = new HashSet<>();
    for (QuarantineReason reason : rejected.reasons()) {
      if (codes.add(reason.code())) {
        reasons.merge(
            reason.code(),
            new Examination.Reason(reason.code(), 1, event.line(), reason.sentence()),
            (known, more) ->
                new Examination.Reason(
                    known.code(), known.count() + 1, known.line(), known.sentence()));
      }
    }
  }

  long passing() {
    return passing;
  }

  List<Examination.Reason> reasons() {
    return List.ofAll(reasons.values()).sortBy(reason -> -reason.count());
  }
}
