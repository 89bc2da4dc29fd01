package io.orderlake.application.metrics;

import io.orderlake.domain.alert.Limits;
import io.orderlake.domain.metric.Metric;
import io.orderlake.domain.metric.Sample;
import io.vavr.collection.List;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reasons that something is quarantined for after nothing was for a while. */
final class NewReasons {
  private static final String LAST = "reason-last";
  private static final String BEGUN = "reason-begun";

  private final Map<String, Instant> last = new LinkedHashMap<>();
  private final Map<String, Instant> begun = new LinkedHashMap<>();

  NewReasons() {
    Labels.REASONS.forEach(reason -> begun.put(reason, Instant.EPOCH));
  }

  void quarantined(Set<String> reasons, Instant at) {
    reasons.map(Labels::reason).forEach(reason -> quarantined(reason, at));
  }

  private void quarantined(String reason, Instant at) {
    Instant before = last.put(reason, at);
    if (before == null || before.isBefore(at.minus(Limits.REASON_UNSEEN))) {
      begun.put(reason, at);
    }
  }

  void write(FoldLines out) {
    last.forEach((reason, time) -> out.add(LAST, reason, time));
    begun.forEach((reason, time) -> out.add(BEGUN, reason, time));
  }

  /** True when the line was one of its own, and has been taken in. */
  boolean read(List<String> line) {
    switch (line.head()) {
      case LAST -> last.put(line.get(1), Instant.parse(line.get(2)));
      case BEGUN -> begun.put(line.get(1), Instant.parse(line.get(2)));
      default -> {
        return false;
      }
    }
    return true;
  }

  Metric metric() {
    return new Metric(
        RunFamilies.NEW_REASON,
        Vector.ofAll(begun.entrySet())
            .map(time -> Sample.of(Labels.seconds(time.getValue()), time.getKey())));
  }
}
