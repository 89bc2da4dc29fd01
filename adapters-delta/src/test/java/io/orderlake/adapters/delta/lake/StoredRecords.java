package io.orderlake.adapters.delta.lake;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.ShownTimestamp;
import java.util.HashMap;
import java.util.Map;

/** Records as rows under {@link RecordColumns#schema}. */
public final class StoredRecords {
  private StoredRecords() {}

  public static Map<Integer, Object> row(BronzeRecord record) {
    Map<Integer, Object> row = new HashMap<>();
    row.put(0, record.source().topic());
    row.put(1, record.source().partition());
    row.put(2, record.source().offset());
    long millis = record.timestamp().toEpochMilli();
    row.put(3, ShownTimestamp.of(millis) * 1000);
    row.put(4, record.timestampType().code());
    row.put(5, record.content().key());
    row.put(6, record.content().value());
    row.put(7, record.content().headers().stream().map(StoredRecords::header).toList());
    row.put(8, record.order().ingestSequence());
    if (!ShownTimestamp.isExact(millis)) {
      row.put(9, millis);
    }
    return row;
  }

  private static Map<Integer, Object> header(RecordHeader header) {
    Map<Integer, Object> row = new HashMap<>();
    row.put(0, header.key());
    row.put(1, header.value());
    return row;
  }
}
