package io.orderlake.adapters.spark.silver.dedup;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.spark.delta.file.DataFileReader;
import io.orderlake.adapters.spark.delta.file.InputFile;
import io.orderlake.domain.silver.RecordRefiner;
import io.orderlake.domain.table.BronzeColumns;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.catalyst.InternalRow;
import org.jspecify.annotations.Nullable;

/**
 * Scans the event ids of Bronze files, which costs a fraction of judging the records.
 *
 * @param values reads {@link #columns} of Bronze, and no other
 * @param refiner knows where an event's id is
 */
record ScanIds(DataFileReader values, RecordRefiner refiner)
    implements FlatMapFunction<Iterator<InputFile>, ScannedIds> {
  private static final byte[] MISSING = {};

  /** What is to be read: what records hold, and their topics where some of these are sources'. */
  static List<String> columns(RecordRefiner refiner) {
    return refiner.rules().sources().isEmpty()
        ? List.of(BronzeColumns.VALUE)
        : List.of(BronzeColumns.VALUE, BronzeColumns.TOPIC);
  }

  @Override
  public Iterator<ScannedIds> call(Iterator<InputFile> files) {
    List<ScannedIds> scanned = new ArrayList<>();
    files.forEachRemaining(input -> scanned.add(scan(input)));
    return scanned.iterator();
  }

  private ScannedIds scan(InputFile input) {
    ScannedIds.Builder ids = new ScannedIds.Builder(input.number(), input.file().records());
    Iterator<InternalRow> rows = values.of(input.file());
    long found = 0;
    for (; rows.hasNext(); found++) {
      InternalRow row = rows.next();
      if (found < input.file().records()) {
        refiner.eventIds(topic(row), row.isNullAt(0) ? null : row.getBinary(0), add(ids));
        ids.endRecord();
      }
    }
    if (found != input.file().records()) {
      throw values.miscounted(input.file(), found);
    }
    return ids.build();
  }

  private String topic(InternalRow row) {
    return refiner.rules().sources().isEmpty() ? "" : row.getString(1);
  }

  private static Consumer<@Nullable String> add(ScannedIds.Builder ids) {
    return id -> ids.add(id == null ? MISSING : IdKey.of(id.getBytes(UTF_8)));
  }
}
