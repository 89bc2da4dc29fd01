package io.orderlake.benchmarks.freshness;

import io.orderlake.benchmarks.freshness.Acknowledgements.Acknowledged;
import io.orderlake.benchmarks.measure.Summary;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.List;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;

/** How long events have waited until Gold counted them. */
final class Ages {
  /** What counts as the beginning. */
  static final Duration WARMING = Duration.ofSeconds(30);

  private final java.util.List<Acknowledged> events;
  private final double[] seconds;

  private Ages(java.util.List<Acknowledged> events, double[] seconds) {
    this.events = events;
    this.seconds = seconds;
  }

  /**
   * Of events, each of which one of the publications counts.
   *
   * @param publications oldest first
   */
  static Ages of(java.util.List<Acknowledged> acknowledged, List<Publication> publications) {
    java.util.List<Acknowledged> events =
        acknowledged.stream().sorted(Comparator.comparing(Acknowledged::at)).toList();
    java.util.List<Publication> all = publications.asJava();
    double[] seconds =
        events.stream()
            .mapToDouble(
                event -> Summary.seconds(Duration.between(event.at(), counted(event, all))))
            .toArray();
    return new Ages(events, seconds);
  }

  /**
   * When Gold counted it: by halving, since what was counted once is counted by all that come
   * later.
   */
  static Instant counted(Acknowledged event, java.util.List<Publication> publications) {
    TopicPartition partition =
        new TopicPartition(event.position().topic(), event.position().partition());
    int from = 0;
    int to = publications.size();
    while (from < to) {
      int middle = (from + to) >>> 1;
      if (publications.get(middle).counts(partition, event.position().offset())) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return publications.get(from).at();
  }

  int events() {
    return seconds.length;
  }

  /** From the first acknowledgement to the last. */
  Duration span() {
    return Duration.between(events.get(0).at(), events.get(events.size() - 1).at());
  }

  /** The age that this share of events does not exceed, in seconds. */
  double percentile(double share) {
    double[] sorted = seconds.clone();
    Arrays.sort(sorted);
    return sorted[(int) Math.ceil(share * sorted.length) - 1];
  }

  /** The events of the first while alone. */
  Ages warming() {
    return part(0, warmingEvents());
  }

  /** The events after that. */
  Ages warm() {
    return part(warmingEvents(), seconds.length);
  }

  private int warmingEvents() {
    Instant end = events.get(0).at().plus(WARMING);
    return (int) events.stream().takeWhile(event -> event.at().isBefore(end)).count();
  }

  private Ages part(int from, int to) {
    return new Ages(events.subList(from, to), Arrays.copyOfRange(seconds, from, to));
  }

  String told() {
    return seconds.length == 0
        ? "no events"
        : String.format(
            Locale.ROOT,
            "median %s s, 95th percentile %s s, greatest %s s, %,d events",
            Summary.secondsText(percentile(0.5)),
            Summary.secondsText(percentile(0.95)),
            Summary.secondsText(percentile(1)),
            events());
  }
}
