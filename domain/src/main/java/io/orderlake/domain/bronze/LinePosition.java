package io.orderlake.domain.bronze;

import java.io.Serializable;

/**
 * Where a record, or one of its lines, comes from.
 *
 * @param source the record's address
 * @param line from 0; {@link BronzeOrder#WHOLE_RECORD} for the record as a whole
 */
public record LinePosition(SourcePosition source, int line) implements Serializable {
  /** The record as a whole. */
  public LinePosition(SourcePosition source) {
    this(source, BronzeOrder.WHOLE_RECORD);
  }

  /** The record's address, and the line behind it where there is one: {@code shop-0@17/2}. */
  @Override
  public String toString() {
    return line == BronzeOrder.WHOLE_RECORD ? source.toString() : source + "/" + line;
  }
}
