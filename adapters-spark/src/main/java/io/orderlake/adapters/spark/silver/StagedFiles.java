package io.orderlake.adapters.spark.silver;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.delta.TableCommit;
import io.orderlake.adapters.spark.delta.WrittenFile;
import io.orderlake.domain.lake.VersionRange;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.StagedRefinement;
import java.util.List;

/** A refined range as closed files that no commit names yet. */
final class StagedFiles implements StagedRefinement {
  private final LakeTable silver;
  private final LakeTable quarantine;
  private final VersionRange range;
  private final RefinementCounts counts;
  private List<WrittenFile> silverFiles;
  private List<WrittenFile> quarantineFiles;

  StagedFiles(
      LakeTable silver,
      LakeTable quarantine,
      VersionRange range,
      RefinementCounts counts,
      List<RefinedPart> parts) {
    this.silver = silver;
    this.quarantine = quarantine;
    this.range = range;
    this.counts = counts;
    this.silverFiles = parts.stream().flatMap(part -> part.silver().stream()).toList();
    this.quarantineFiles = parts.stream().flatMap(part -> part.quarantine().stream()).toList();
  }

  @Override
  public RefinementCounts counts() {
    return counts;
  }

  @Override
  public void commit() {
    commitQuarantine();
    if (isBehind(silver)) {
      List<WrittenFile> files = silverFiles;
      silverFiles = List.of();
      commit(silver, files, CountsJson.write(counts));
    }
  }

  void commitQuarantine() {
    if (isBehind(quarantine)) {
      List<WrittenFile> files = quarantineFiles;
      quarantineFiles = List.of();
      commit(quarantine, files, "");
    }
  }

  private boolean isBehind(LakeTable table) {
    return table.position(SilverLayout.UPSTREAM_POSITION) < range.upTo();
  }

  /** From here on the files are the table's: a commit that throws may have been made. */
  private void commit(LakeTable table, List<WrittenFile> files, String metadata) {
    table.commit(
        TableCommit.append(
            files, SilverLayout.UPSTREAM_POSITION, range.after(), range.upTo(), metadata));
  }

  @Override
  public void close() {
    silver.discard(silverFiles);
    quarantine.discard(quarantineFiles);
    silverFiles = List.of();
    quarantineFiles = List.of();
  }
}
