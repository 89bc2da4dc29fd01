package io.orderlake.adapters.spark.silver.refine;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.silver.PreparedRefinement;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.protocol.silver.RefinementCountsJson;
import java.util.List;
import java.util.Map;

/** A refined range as closed files that no commit names yet. */
final class PreparedFiles implements PreparedRefinement {
  private final SilverPair tables;
  private final VersionRange range;
  private final RefinementCounts counts;
  private final long waiting;
  private List<DataFile> silverFiles;
  private List<DataFile> quarantineFiles;

  PreparedFiles(
      SilverPair tables,
      VersionRange range,
      RefinementCounts counts,
      long waiting,
      List<RefinedPart> parts) {
    this.tables = tables;
    this.range = range;
    this.counts = counts;
    this.waiting = waiting;
    this.silverFiles = parts.stream().flatMap(part -> part.silver().stream()).toList();
    this.quarantineFiles = parts.stream().flatMap(part -> part.quarantine().stream()).toList();
  }

  @Override
  public RefinementCounts counts() {
    return counts;
  }

  @Override
  public void commit() {
    if (isBehind(tables.quarantine())) {
      tables.commit(change());
    }
    tables.finish();
    commitToSilverAlone();
  }

  /** What is to be committed; whoever has it has the files. */
  SilverPair.Change change() {
    SilverPair.Change change =
        new SilverPair.Change(
            silverFiles,
            quarantineFiles,
            false,
            Map.of(SilverLayout.UPSTREAM_POSITION, range.after()),
            Map.of(SilverLayout.UPSTREAM_POSITION, range.upTo()),
            waiting,
            RefinementCountsJson.write(counts));
    silverFiles = List.of();
    quarantineFiles = List.of();
    return change;
  }

  /**
   * For a Quarantine that was committed to without a decision, by an earlier version of Orderlake.
   */
  private void commitToSilverAlone() {
    if (isBehind(tables.silver())) {
      List<DataFile> files = silverFiles;
      silverFiles = List.of();
      tables
          .silver()
          .commit(
              TableCommit.append(
                  files,
                  SilverLayout.UPSTREAM_POSITION,
                  range.after(),
                  range.upTo(),
                  RefinementCountsJson.write(counts)));
    }
  }

  /** True when the table has not read the whole range. */
  private boolean isBehind(LakeTable table) {
    return table.position(SilverLayout.UPSTREAM_POSITION) < range.upTo();
  }

  @Override
  public void close() {
    tables.discard(silverFiles, quarantineFiles);
    silverFiles = List.of();
    quarantineFiles = List.of();
  }
}
