package io.orderlake.application.metrics;

import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import io.vavr.control.Option;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/**
 * When the ends of partitions were seen to move, for an hour back: tells how old a record is by
 * this machine's clock, whatever its producer has stamped it with. Nothing is interpolated.
 */
final class EndSamples {
  private static final Duration KEPT = Duration.ofHours(1);

  private final Map<TopicPartition, Deque<Mark>> marks = new HashMap<>();

  /** From then on the partition was seen to end there. */
  private record Mark(Instant at, long end) {}

  synchronized void add(Instant at, SortedMap<TopicPartition, Long> ends) {
    marks.keySet().removeIf(partition -> !ends.containsKey(partition));
    ends.forEach((partition, end) -> add(partition, new Mark(at, end)));
  }

  private void add(TopicPartition partition, Mark seen) {
    Deque<Mark> known = marks.computeIfAbsent(partition, p -> new ArrayDeque<>());
    if (!known.isEmpty() && known.getLast().end() > seen.end()) {
      known.clear(); // another topic of that name
    }
    if (known.isEmpty() || known.getLast().end() < seen.end()) {
      known.addLast(seen);
    }
    while (known.size() > 1 && isOld(second(known), seen.at())) {
      known.removeFirst();
    }
  }

  private static boolean isOld(Mark mark, Instant now) {
    return mark.at().isBefore(now.minus(KEPT));
  }

  private static Mark second(Deque<Mark> known) {
    Iterator<Mark> marks = known.iterator();
    marks.next();
    return marks.next();
  }

  /**
   * When the record at that offset was seen for the first time; none when it was there at the first
   * sample that is kept, or is not there yet.
   */
  synchronized Option<Instant> firstSeen(TopicPartition partition, long offset) {
    boolean wasAbsent = false;
    for (Mark mark : marks.getOrDefault(partition, new ArrayDeque<>())) {
      if (mark.end() > offset) {
        return wasAbsent ? Option.some(mark.at()) : Option.none();
      }
      wasAbsent = true;
    }
    return Option.none();
  }

  /** When a record that is there was seen for certain, at the latest. */
  synchronized Option<Instant> known(TopicPartition partition, long offset) {
    for (Mark mark : marks.getOrDefault(partition, new ArrayDeque<>())) {
      if (mark.end() > offset) {
        return Option.some(mark.at());
      }
    }
    return Option.none();
  }
}
