package io.orderlake.application.twin;

import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.VersionRange;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** How a Silver reads Bronze on. */
interface BronzeReading {
  /**
   * The next range.
   *
   * @param positions how far Silver and Quarantine have read
   */
  VersionRange unread(List<Long> positions, long maxRecords);

  /** Its records, in Bronze order. */
  List<BronzeRecord> records(VersionRange range);

  /** Commit by commit, as they come. */
  record ByVersion(InMemoryTable<BronzeRecord, String> bronze) implements BronzeReading {
    @Override
    public VersionRange unread(List<Long> positions, long maxRecords) {
      return bronze.unread(bronze.version(), positions, maxRecords);
    }

    @Override
    public List<BronzeRecord> records(VersionRange range) {
      return bronze.after(range.after(), range.upTo()).stream()
          .flatMap(commit -> commit.rows().stream())
          .sorted(Comparator.comparing(BronzeRecord::order))
          .toList();
    }
  }

  /** A version of Bronze that stands still, by ingest sequence. */
  record BySequence(List<BronzeRecord> bronze) implements BronzeReading {
    @Override
    public VersionRange unread(List<Long> positions, long maxRecords) {
      long after = positions.stream().mapToLong(position -> position).min().orElseThrow();
      List<Long> unread = sequences().filter(sequence -> sequence > after).toList();
      if (unread.isEmpty()) {
        return VersionRange.emptyAt(after);
      }
      long least = unread.get((int) Math.min(unread.size(), maxRecords) - 1);
      return new VersionRange(after, least, unread.stream().filter(s -> s <= least).count());
    }

    @Override
    public List<BronzeRecord> records(VersionRange range) {
      return bronze.stream()
          .filter(record -> record.order().ingestSequence() > range.after())
          .filter(record -> record.order().ingestSequence() <= range.upTo())
          .sorted(Comparator.comparing(BronzeRecord::order))
          .toList();
    }

    private Stream<Long> sequences() {
      return bronze.stream().map(record -> record.order().ingestSequence()).sorted();
    }
  }
}
