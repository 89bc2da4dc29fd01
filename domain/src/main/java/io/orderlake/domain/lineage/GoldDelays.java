package io.orderlake.domain.lineage;

import io.vavr.collection.List;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/**
 * How long records had waited when a lake version was the first to count them in every Gold table:
 * from their Kafka timestamps to the version's publication. Like lineage it follows from that
 * version and the one before it. Records that Kafka has no time of are left out; one that is
 * stamped later than it was counted has not waited.
 *
 * @param upTo how many records had waited up to so many milliseconds, and longer than the bound
 *     before; without bounds that none fell under
 * @param longer how many had waited longer than any bound
 * @param millis how long they had waited together, in milliseconds; no more than fits
 */
public record GoldDelays(SortedMap<Long, Long> upTo, long longer, long millis) {
  /** In milliseconds, rising. */
  public static final List<Long> BOUNDS =
      List.of(
          250L,
          500L,
          1_000L,
          1_500L,
          2_000L,
          2_500L,
          3_000L,
          4_000L,
          5_000L,
          7_500L,
          10_000L,
          15_000L,
          30_000L,
          60_000L,
          300_000L,
          1_800_000L,
          21_600_000L,
          86_400_000L);

  /** How many records it speaks of. */
  public long records() {
    return upTo.values().sum().longValue() + longer;
  }

  /** Adds up waits that end at one time. */
  public static final class Tally {
    private final long end;
    private final long[] counts = new long[BOUNDS.size() + 1];
    private final long[] bounds = BOUNDS.toJavaStream().mapToLong(Long::longValue).toArray();
    private long millis;

    /**
     * Nothing yet.
     *
     * @param end when the waits end, in milliseconds since the epoch
     */
    public Tally(long end) {
      this.end = end;
    }

    /**
     * A record is one of them.
     *
     * @param timestamp in milliseconds since the epoch; what lies before that is no time of Kafka's
     */
    public void add(long timestamp) {
      if (timestamp >= 0) {
        long waited = Math.max(0, end - timestamp);
        int bucket = 0;
        while (bucket < bounds.length && waited > bounds[bucket]) {
          bucket++;
        }
        counts[bucket]++;
        millis = waited > Long.MAX_VALUE - millis ? Long.MAX_VALUE : millis + waited;
      }
    }

    /** What they have come to. */
    public GoldDelays delays() {
      SortedMap<Long, Long> upTo = TreeMap.empty();
      for (int i = 0; i < bounds.length; i++) {
        upTo = counts[i] == 0 ? upTo : upTo.put(bounds[i], counts[i]);
      }
      return new GoldDelays(upTo, counts[bounds.length], millis);
    }
  }
}
