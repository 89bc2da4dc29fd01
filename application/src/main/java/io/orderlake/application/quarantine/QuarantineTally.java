package io.orderlake.application.quarantine;

import io.orderlake.application.lake.FirstFew;
import io.orderlake.application.quarantine.BrowseQuarantine.Steps;
import io.orderlake.domain.bronze.BronzeOrder;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.quarantine.QuarantineEntry;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.collection.Vector;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Map;

/**
 * What one version of the quarantine holds: counts by reason and hour, and where the newest records
 * lie. Its size does not depend on how many records there are.
 */
final class QuarantineTally {
  /** How many hours are told apart. */
  static final int HOURS = 31 * 24;

  private static final Duration DAY = Duration.ofDays(1);

  private final Instant until;
  private final Map<String, Reason> reasons = new java.util.TreeMap<>();
  private final FirstFew<BronzeOrder> newest = newest();
  private long records;

  /**
   * Of nothing yet.
   *
   * @param until the end of the last hour
   */
  QuarantineTally(Instant until) {
    this.until = until;
  }

  void add(QuarantineEntry entry) {
    entry.codes().forEach(code -> reason(code).add(entry, hour(entry.timestamp())));
    if (!entry.isReleased()) {
      records++;
      newest.add(entry.order());
    }
  }

  private Reason reason(String code) {
    return reasons.computeIfAbsent(code, unknown -> new Reason());
  }

  /** Which of the hours the time lies in; -1 before the first, and the last one after it. */
  private int hour(Instant time) {
    Instant start = until.minus(HOURS, ChronoUnit.HOURS);
    return time.isBefore(start)
        ? -1
        : time.isBefore(until) ? (int) ChronoUnit.HOURS.between(start, time) : HOURS - 1;
  }

  long records() {
    return records;
  }

  SortedMap<String, Long> byReason() {
    return TreeMap.ofAll(reasons).mapValues(reason -> reason.held).filterValues(held -> held > 0);
  }

  long matching(Option<String> reason) {
    return reason.map(code -> held(code)).getOrElse(records);
  }

  private long held(String code) {
    return Option.of(reasons.get(code)).map(reason -> reason.held).getOrElse(0L);
  }

  /** Where the newest records lie that are held, of all or of a reason; the newest first. */
  Vector<BronzeOrder> newest(Option<String> reason) {
    return reason
        .map(code -> Option.of(reasons.get(code)).map(of -> of.newest))
        .getOrElse(Option.some(newest))
        .map(FirstFew::inOrder)
        .getOrElse(Vector::empty);
  }

  QuarantineTrend trend(LakeVersion lake, Steps steps) {
    Instant start = until.minus((long) steps.hours() * steps.count(), ChronoUnit.HOURS);
    return new QuarantineTrend(
        lake,
        records,
        Vector.range(0, steps.count())
            .map(step -> start.plus((long) step * steps.hours(), ChronoUnit.HOURS)),
        TreeMap.ofAll(reasons)
            .filterValues(reason -> reason.held > 0)
            .map(reason -> reason._2.trend(reason._1, steps, lake.publishedAt().minus(DAY)))
            .toVector()
            .sorted(
                Comparator.comparing(ReasonTrend::held)
                    .reversed()
                    .thenComparing(ReasonTrend::code)));
  }

  private static final class Reason {
    private final long[] hours = new long[HOURS];
    private final FirstFew<BronzeOrder> newest = newest();
    private Instant first = Instant.MAX;
    private long held;

    void add(QuarantineEntry entry, int hour) {
      first = entry.timestamp().isBefore(first) ? entry.timestamp() : first;
      if (!entry.isReleased()) {
        held++;
        newest.add(entry.order());
        if (hour >= 0) {
          hours[hour]++;
        }
      }
    }

    ReasonTrend trend(String code, Steps steps, Instant dayBefore) {
      int from = HOURS - steps.hours() * steps.count();
      Seq<Long> counts =
          Vector.range(0, steps.count())
              .map(step -> sum(from + step * steps.hours(), steps.hours()));
      return new ReasonTrend(
          code, held, first, !first.isBefore(dayBefore), counts, held - counts.sum().longValue());
    }

    private long sum(int start, int length) {
      long sum = 0;
      for (int hour = start; hour < start + length; hour++) {
        sum += hours[hour];
      }
      return sum;
    }
  }

  /** The last places in Bronze's order. */
  private static FirstFew<BronzeOrder> newest() {
    return new FirstFew<>(Comparator.<BronzeOrder>reverseOrder(), BrowseQuarantine.REACH);
  }
}
