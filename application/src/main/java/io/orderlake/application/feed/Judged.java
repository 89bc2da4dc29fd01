package io.orderlake.application.feed;

import io.orderlake.application.examine.ReasonTally;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.silver.Verdict;
import io.vavr.collection.List;
import java.time.Instant;

/** Events judged by the lake's rules as if they were stored now. */
final class Judged {
  private record Example(long line, String sentence) {}

  private final RecordRefiner refiner;
  private final Instant now;
  private final ReasonTally<Example> reasons = new ReasonTally<>(1);
  private long passing;

  Judged(RecordRefiner refiner, Instant now) {
    this.refiner = refiner;
    this.now = now;
  }

  void take(FeedEvent event) {
    if (refiner.refine(Fingerprint.asStored(event.value(), now)).whole()
        instanceof Verdict.Rejected rejected) {
      reasons.see(
          asTold(event, rejected),
          reason -> "",
          reason -> new Example(event.line(), reason.sentence()));
    } else {
      passing++;
    }
  }

  /** Of a record that is none of the source's the reader wants to know why it is none. */
  private Verdict.Rejected asTold(FeedEvent event, Verdict.Rejected rejected) {
    String problem = event.problem();
    return problem != null
            && refiner.rules().undecodable(problem) instanceof Verdict.Rejected undecodable
        ? undecodable
        : rejected;
  }

  long passing() {
    return passing;
  }

  List<Examination.Reason> reasons() {
    return reasons
        .byCount()
        .map(
            reason ->
                new Examination.Reason(
                    reason.code(),
                    reason.count(),
                    reason.examples().head().line(),
                    reason.examples().head().sentence()));
  }
}
