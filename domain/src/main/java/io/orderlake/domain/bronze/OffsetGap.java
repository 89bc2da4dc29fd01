package io.orderlake.domain.bronze;

import io.vavr.control.Either;
import io.vavr.control.Option;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kafka offsets of one partition that Bronze needed next and the topic no longer had.
 *
 * @param partition which
 * @param from the first of them
 * @param until the one after the last
 */
public record OffsetGap(TopicPartition partition, long from, long until)
    implements Comparable<OffsetGap> {
  private static final Pattern TEXT =
      Pattern.compile("([A-Za-z0-9._-]+)/([0-9]{1,9}):([0-9]{1,18})-([0-9]{1,18})");

  private static final Comparator<OffsetGap> ORDER =
      Comparator.comparing(OffsetGap::partition)
          .thenComparingLong(OffsetGap::from)
          .thenComparingLong(OffsetGap::until);

  public OffsetGap {
    if (from < 0 || until <= from) {
      throw new IllegalArgumentException(
          "not a gap: " + partition + " [" + from + "," + until + ")");
    }
  }

  /** A gap as it is named, e.g. {@code orders/0:120-449}; or why the text names none. */
  public static Either<String, OffsetGap> parse(String text) {
    Matcher gap = TEXT.matcher(text.strip());
    return Option.when(gap.matches(), gap)
        .filter(g -> Long.parseLong(g.group(3)) <= Long.parseLong(g.group(4)))
        .map(
            g ->
                new OffsetGap(
                    new TopicPartition(g.group(1), Integer.parseInt(g.group(2))),
                    Long.parseLong(g.group(3)),
                    Long.parseLong(g.group(4)) + 1))
        .toEither(
            "'"
                + text
                + "' names no gap; expected TOPIC/PARTITION:FIRST-LAST, e.g. orders/0:120-449");
  }

  /** How many offsets. */
  public long size() {
    return until - from;
  }

  @Override
  public int compareTo(OffsetGap other) {
    return ORDER.compare(this, other);
  }

  /** Its name: both offsets are part of it. */
  @Override
  public String toString() {
    return partition.topic() + "/" + partition.partition() + ":" + from + "-" + (until - 1);
  }
}
