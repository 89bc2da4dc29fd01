package io.orderlake.application.metrics;

import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.control.Option;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at records that are still to be read: whether there is one at all, since some offsets hold
 * none, and how it is stamped. What was found is kept.
 */
final class UnreadRecords {
  private static final int KEPT = 1_000;

  private final Supplier<SourceRecords> records;
  private final Map<Start, Found> found =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Start, Found> eldest) {
          return size() > KEPT;
        }
      };

  UnreadRecords(Supplier<SourceRecords> records) {
    this.records = records;
  }

  private record Start(TopicPartition partition, long offset) {}

  /**
   * What was found from an offset on.
   *
   * @param timestamp the first record's, in milliseconds; null for no record
   * @param until up to where was looked
   */
  private record Found(@Nullable Long timestamp, long until) {}

  /**
   * The timestamp of the first record that can be read in these offsets, in milliseconds since the
   * epoch, whatever it says; none when they hold no record.
   */
  synchronized Option<Long> first(TopicPartition partition, long from, long until) {
    Start start = new Start(partition, from);
    Found known = found.getOrDefault(start, new Found(null, from));
    if (known.timestamp() == null && known.until() < until) {
      known = look(new ReadRange(partition, known.until(), until));
      found.put(start, known);
    }
    return Option.of(known.timestamp());
  }

  private Found look(ReadRange range) {
    try (SourceRecords.Reading reading = records.get().open(range)) {
      SourceRecord first = reading.next();
      return new Found(first == null ? null : first.timestamp(), range.until());
    }
  }
}
