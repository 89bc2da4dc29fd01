package io.orderlake.domain.bronze;

import java.io.Serializable;
import java.util.Comparator;

/**
 * A record's place in Bronze's total order, stored with it, so that every replay meets the records
 * in the same order and decides the same about duplicates.
 *
 * @param ingestSequence the number of the Bronze commit that stored the record, from 0
 * @param source the record's address; orders the records of one commit
 */
public record BronzeOrder(long ingestSequence, SourcePosition source)
    implements Comparable<BronzeOrder>, Serializable {
  private static final Comparator<BronzeOrder> ORDER =
      Comparator.comparingLong(BronzeOrder::ingestSequence)
          .thenComparing(o -> o.source.topic())
          .thenComparingInt(o -> o.source.partition())
          .thenComparingLong(o -> o.source.offset());

  @Override
  public int compareTo(BronzeOrder other) {
    return ORDER.compare(this, other);
  }
}
