package io.orderlake.application.source;

import io.orderlake.domain.bronze.BronzeOrder;

/**
 * Where an order line that was looked at lies; shown as its record's place, and the line behind it
 * where the record was taken apart: {@code orders.jsonl:14/2}.
 *
 * @param record the record's place
 * @param line of the record, from 0; {@link BronzeOrder#WHOLE_RECORD} for the record as a whole
 */
public record LinePlace(RecordPlace record, int line) {
  /** Whether it is a line that the record was taken apart into. */
  public boolean isOfLine() {
    return line != BronzeOrder.WHOLE_RECORD;
  }

  @Override
  public String toString() {
    return isOfLine() ? record + "/" + line : record.toString();
  }
}
