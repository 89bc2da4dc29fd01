package io.orderlake.application.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.lake.LakeFailure;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The records of a topic in memory. */
@SuppressWarnings("serial") // goes nowhere
public final class InMemorySourceRecords implements SourceRecords {
  private final InMemoryOrderEventLog log;
  private final long timestamp;

  public InMemorySourceRecords(InMemoryOrderEventLog log) {
    this(log, 0);
  }

  /**
   * Records that were all made at one time.
   *
   * @param timestamp milliseconds since the epoch
   */
  public InMemorySourceRecords(InMemoryOrderEventLog log, long timestamp) {
    this.log = log;
    this.timestamp = timestamp;
  }

  @Override
  public Reading open(ReadRange range) {
    long first = log.state().beginnings().getOrElse(range.partition(), 0L);
    if (first > range.from()) {
      throw LakeFailure.lasting(
          String.format(
              Locale.ROOT, "%s begins at %d, after %d", range.partition(), first, range.from()));
    }
    Iterator<SourceRecord> records =
        log.stored().stream()
            .filter(record -> record.position().partition() == range.partition().partition())
            .filter(record -> record.position().offset() >= range.from())
            .filter(record -> record.position().offset() < range.until())
            .map(this::record)
            .iterator();
    return new Reading() {
      @Override
      public @Nullable SourceRecord next() {
        return records.hasNext() ? records.next() : null;
      }

      @Override
      public void close() {}
    };
  }

  private SourceRecord record(InMemoryOrderEventLog.Stored record) {
    String key = record.key();
    return new SourceRecord(
        record.position().offset(),
        timestamp,
        TimestampType.CREATE_TIME,
        new BronzeRecord.Content(
            key == null ? null : key.getBytes(UTF_8), record.value(), List.of()),
        List.of());
  }

  @Override
  public void release() {}
}
