package io.orderlake.benchmarks.freshness;

import io.orderlake.benchmarks.freshness.Acknowledgements.Acknowledged;
import io.orderlake.benchmarks.measure.Summary;
import io.vavr.collection.List;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;

/** How old the oldest event was, at any time, that was acknowledged and not counted. */
final class Waiting {
  private final java.util.List<Waited> events;

  /** From the acknowledgement until Gold counted it. */
  private record Waited(Instant from, Instant until) {}

  private Waiting(java.util.List<Waited> events) {
    this.events = events;
  }

  /**
   * Of events, each of which one of the publications counts.
   *
   * @param publications oldest first
   */
  static Waiting of(java.util.List<Acknowledged> acknowledged, List<Publication> publications) {
    java.util.List<Publication> all = publications.asJava();
    return new Waiting(
        acknowledged.stream()
            .map(event -> new Waited(event.at(), Ages.counted(event, all)))
            .sorted(Comparator.comparing(Waited::from))
            .toList());
  }

  /** In seconds; 0 when there was none. */
  double at(Instant time) {
    for (Waited event : events) {
      if (event.from().isAfter(time)) {
        return 0;
      }
      if (event.until().isAfter(time)) {
        return Summary.seconds(Duration.between(event.from(), time));
      }
    }
    return 0;
  }

  /**
   * How far what was told is from what was so, while it was being asked for.
   *
   * @param told in seconds
   */
  double distance(double told, Instant begun, Instant ended) {
    double one = at(begun);
    double other = at(ended);
    double nearest = Math.max(Math.min(one, other), Math.min(told, Math.max(one, other)));
    return Math.abs(told - nearest);
  }
}
