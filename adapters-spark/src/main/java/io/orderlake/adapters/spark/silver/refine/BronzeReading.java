package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.delta.history.AddedFiles;
import io.orderlake.adapters.spark.delta.history.UnreadCommits;
import io.orderlake.domain.lake.VersionRange;
import java.util.List;

/** How a Silver reads Bronze on. */
public interface BronzeReading {
  /** The next range, as {@link UnreadCommits#of} finds it. */
  VersionRange unread(List<Long> positions, long maxRecords);

  /** The range's files, in the order in which they are numbered. */
  List<DataFile> files(VersionRange range);

  /** Commit by commit, as they come. */
  record ByVersion(LakeTable bronze) implements BronzeReading {
    @Override
    public VersionRange unread(List<Long> positions, long maxRecords) {
      bronze.look();
      return UnreadCommits.of(bronze.history(), bronze.version(), positions, maxRecords);
    }

    @Override
    public List<DataFile> files(VersionRange range) {
      return AddedFiles.all(bronze.history().addedAfter(range.after(), range.upTo()));
    }
  }
}
