package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.UnreadCommits;
import io.orderlake.adapters.spark.delta.file.WrittenFile;
import io.orderlake.adapters.spark.delta.history.AddedFiles;
import io.orderlake.domain.lake.VersionRange;
import java.util.List;

/** How a Silver reads Bronze on. */
public interface BronzeReading {
  /** The next range, as {@link UnreadCommits#of} finds it. */
  VersionRange unread(List<Long> positions, long maxRecords);

  /** The range's files, in the order in which they are numbered. */
  List<WrittenFile> files(VersionRange range);

  /** Commit by commit, as they come. */
  record ByVersion(LakeTable bronze) implements BronzeReading {
    @Override
    public VersionRange unread(List<Long> positions, long maxRecords) {
      return UnreadCommits.of(bronze, bronze.version(), positions, maxRecords);
    }

    @Override
    public List<WrittenFile> files(VersionRange range) {
      return AddedFiles.all(bronze.history().addedAfter(range.after(), range.upTo()));
    }
  }
}
