package io.orderlake.application.audit.finding;

import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import io.vavr.collection.SortedSet;
import io.vavr.control.Option;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which Kafka offsets Bronze accounts for, as runs without gaps: those of its records, and those
 * right before a record of which is noted that they hold none. Records may come in any order; one
 * that follows the last costs nothing. Safe for use by several threads through {@link Run}.
 */
public final class OffsetLedger {
  private final Map<TopicPartition, TreeMap<Long, Long>> runs = new TreeMap<>();
  private final Map<TopicPartition, Overlap> repeats = new TreeMap<>();

  /**
   * Offsets that lie together.
   *
   * @param first the first of them
   * @param count how many there are in all
   */
  record Overlap(long first, long count) {
    Overlap plus(Overlap other) {
      return new Overlap(Math.min(first, other.first), count + other.count);
    }
  }

  /** What one thread will see. */
  public Run run() {
    return new Run();
  }

  /** What one thread sees. */
  public final class Run {
    private String topic = "";
    private int partition = -1;
    private long first;
    private long next = -1;

    /**
     * Takes a record down.
     *
     * @param emptyBefore as {@link io.orderlake.domain.bronze.BronzeRecord} has it
     */
    public void add(SourcePosition source, long emptyBefore) {
      long from = source.offset() - Math.max(0, emptyBefore);
      if (from == next && source.partition() == partition && source.topic().equals(topic)) {
        next = source.offset() + 1;
        return;
      }
      end();
      topic = source.topic();
      partition = source.partition();
      first = from;
      next = source.offset() + 1;
    }

    /** Hands in what was seen; the run begins anew. */
    public void end() {
      if (partition >= 0) {
        merge(new TopicPartition(topic, partition), first, next);
      }
      partition = -1;
      next = -1;
    }
  }

  private synchronized void merge(TopicPartition partition, long from, long to) {
    TreeMap<Long, Long> known = runs.computeIfAbsent(partition, p -> new TreeMap<>());
    long start = from;
    long end = to;
    Map.Entry<Long, Long> run = known.lowerEntry(end + 1);
    while (run != null && run.getValue() >= start) {
      long overlapFrom = Math.max(from, run.getKey());
      long overlapTo = Math.min(to, run.getValue());
      if (overlapFrom < overlapTo) {
        repeats.merge(partition, new Overlap(overlapFrom, overlapTo - overlapFrom), Overlap::plus);
      }
      start = Math.min(start, run.getKey());
      end = Math.max(end, run.getValue());
      known.remove(run.getKey());
      run = known.lowerEntry(end + 1);
    }
    known.put(start, end);
  }

  /**
   * Tells every repeat, and every gap but for the offsets that were accepted as lost.
   *
   * @param accepted in the order of their offsets
   * @param ends by partition, the offset after its last record, where that was noted
   */
  public void report(
      Findings findings, SortedSet<OffsetGap> accepted, SortedMap<TopicPartition, Long> ends) {
    repeats.forEach(
        (partition, overlap) -> findings.repeated(partition, overlap.first, overlap.count));
    runs.forEach(
        (partition, known) -> {
          Map.Entry<Long, Long> before = null;
          for (Map.Entry<Long, Long> run : known.entrySet()) {
            if (before != null) {
              gap(findings, partition, before.getValue(), run.getKey(), accepted);
            }
            before = run;
          }
        });
    ends.forEach((partition, end) -> tail(findings, partition, end));
  }

  private void tail(Findings findings, TopicPartition partition, long end) {
    Map.Entry<Long, Long> last = Option.of(runs.get(partition)).map(TreeMap::lastEntry).getOrNull();
    if (last != null && last.getValue() < end) {
      findings.tail(partition, last.getValue(), end);
    }
  }

  private static void gap(
      Findings findings,
      TopicPartition partition,
      long next,
      long found,
      SortedSet<OffsetGap> accepted) {
    long from = next;
    for (OffsetGap lost : accepted.filter(gap -> gap.partition().equals(partition))) {
      if (lost.from() > from && lost.from() < found) {
        findings.gap(partition, from, lost.from());
      }
      from = lost.from() < found ? Math.max(from, lost.until()) : from;
    }
    if (from < found) {
      findings.gap(partition, from, found);
    }
  }
}
