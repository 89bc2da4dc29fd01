package io.orderlake.application.metrics;

import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.run.RunEvent.RunFailed;
import io.orderlake.domain.run.RunEvent.RunSucceeded;
import io.orderlake.domain.run.RunFailure;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.time.Instant;

/**
 * The last verdict. One that was asked to look at a part of the lake and found nothing wrong says
 * nothing of the rest, and one that was broken off says nothing at all.
 */
final class AuditTally {
  private Instant at = Instant.EPOCH;
  private boolean passed;
  private long version;

  void succeeded(RunSucceeded event, boolean ofAll) {
    if (ofAll) {
      at = event.at();
      passed = true;
      version = event.outcome().lakeVersion();
    }
  }

  void failed(RunFailed event) {
    if (event.failure().category() == RunFailure.Category.CORRUPTION) {
      at = event.at();
      passed = false;
    }
  }

  Seq<Metric> metrics() {
    return List.of(
        Metric.of(RunFamilies.AUDIT_TIME, Labels.seconds(at)),
        Metric.of(RunFamilies.AUDIT_PASSED, passed ? 1 : 0),
        Metric.of(RunFamilies.AUDIT_VERSION, version));
  }
}
