package io.orderlake.adapters.spark.silver.rebuild;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.silver.refine.BronzeReading;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.table.BronzeColumns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads one version of Bronze in bounded pieces, by the ingest sequence of its records: its files
 * may have been joined, and the log of the time when they came may be gone. A piece ends where no
 * file reaches beyond it.
 */
final class BronzeBySequence implements BronzeReading {
  private final List<Sequenced> files = new ArrayList<>();

  BronzeBySequence(LakeTable bronze, long version) {
    bronze.history().filesAt(version).forEach(file -> files.add(Sequenced.of(file)));
    files.sort(Comparator.comparingLong(Sequenced::least));
  }

  /** A file and the ingest sequences that its records have. */
  private record Sequenced(DataFile file, long least, long greatest) {
    static Sequenced of(DataFile file) {
      return new Sequenced(
          file,
          known(file.least(BronzeColumns.INGEST_SEQUENCE), file),
          known(file.greatest(BronzeColumns.INGEST_SEQUENCE), file));
    }

    private static long known(OptionalLong bound, DataFile file) {
      return bound.orElseThrow(
          () ->
              LakeFailure.lasting(
                  "Bronze's log does not say which ingest sequences "
                      + file.path()
                      + " holds: another client wrote it; restore the table from a backup"));
    }
  }

  /** True when no file holds records both of what was read up to there and of what was not. */
  boolean canGoOnAfter(long sequence) {
    return files.stream().noneMatch(file -> file.least <= sequence && file.greatest > sequence);
  }

  @Override
  public VersionRange unread(List<Long> positions, long maxRecords) {
    long after = Collections.min(positions);
    long upTo = after;
    long records = 0;
    for (Sequenced file : files) {
      if (file.least > after) {
        if (file.least > upTo && records >= maxRecords) {
          break;
        }
        upTo = Math.max(upTo, file.greatest);
        records += file.file.records();
      }
    }
    return new VersionRange(after, upTo, records);
  }

  @Override
  public List<DataFile> files(VersionRange range) {
    return files.stream()
        .filter(file -> file.least > range.after() && file.greatest <= range.upTo())
        .map(Sequenced::file)
        .toList();
  }
}
