package io.orderlake.domain.bronze;

import java.io.Serializable;
import java.util.Comparator;

/**
 * The place of a record, or of one of its lines, in Bronze's total order, stored with it, so that
 * every replay meets the records in the same order and decides the same about duplicates.
 *
 * @param ingestSequence the number of the Bronze commit that stored the record, from 0
 * @param source the record's address; orders the records of one commit
 * @param line from 0, which of the lines that the record was taken apart into; {@link
 *     #WHOLE_RECORD} for a record that is not taken apart
 */
public record BronzeOrder(long ingestSequence, SourcePosition source, int line)
    implements Comparable<BronzeOrder>, Serializable {
  /** In the place of a line's number: the record as a whole. */
  public static final int WHOLE_RECORD = -1;

  private static final Comparator<BronzeOrder> ORDER =
      Comparator.comparingLong(BronzeOrder::ingestSequence)
          .thenComparing(o -> o.source.topic())
          .thenComparingInt(o -> o.source.partition())
          .thenComparingLong(o -> o.source.offset())
          .thenComparingInt(BronzeOrder::line);

  /** A record's place. */
  public BronzeOrder(long ingestSequence, SourcePosition source) {
    this(ingestSequence, source, WHOLE_RECORD);
  }

  /** The place of a line of this record. */
  public BronzeOrder ofLine(int number) {
    return new BronzeOrder(ingestSequence, source, number);
  }

  /** Where it comes from. */
  public LinePosition position() {
    return new LinePosition(source, line);
  }

  @Override
  public int compareTo(BronzeOrder other) {
    return ORDER.compare(this, other);
  }
}
