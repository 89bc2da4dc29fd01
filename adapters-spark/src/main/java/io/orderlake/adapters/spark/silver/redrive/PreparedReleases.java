package io.orderlake.adapters.spark.silver.redrive;

import io.orderlake.adapters.spark.delta.file.DataFile;
import io.orderlake.adapters.spark.silver.RefinedPart;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.adapters.spark.silver.release.Releases;
import io.orderlake.domain.silver.PreparedRedrive;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.protocol.silver.RefinementCountsJson;
import java.util.List;
import java.util.Map;

/** Releases as closed files that no commit names yet. */
final class PreparedReleases implements PreparedRedrive {
  private final SilverPair tables;
  private final Releases releases;
  private final RefinementCounts counts;
  private final long position;
  private List<DataFile> silverFiles;
  private List<DataFile> quarantineFiles;

  PreparedReleases(SilverPair tables, String ruleSet, Releases releases, List<RefinedPart> parts) {
    this.tables = tables;
    this.releases = releases;
    this.counts =
        releases
            .counts(
                parts.stream()
                    .map(part -> part.tally().counts())
                    .reduce(RefinementCounts.ZERO, RefinementCounts::plus))
            .judgedBy(ruleSet);
    this.position = tables.silver().position(SilverLayout.UPSTREAM_POSITION);
    this.silverFiles = parts.stream().flatMap(part -> part.silver().stream()).toList();
    this.quarantineFiles = parts.stream().flatMap(part -> part.quarantine().stream()).toList();
  }

  @Override
  public RefinementCounts counts() {
    return counts;
  }

  @Override
  public long outOfTurn() {
    return releases.outOfTurn();
  }

  @Override
  public void commit() {
    if (!releases.isNothing()) {
      tables.commit(change());
    }
  }

  /** What is to be committed; whoever has it has the files. */
  SilverPair.Change change() {
    Map<String, Long> unmoved = Map.of(SilverLayout.UPSTREAM_POSITION, position);
    SilverPair.Change change =
        new SilverPair.Change(
            silverFiles,
            quarantineFiles,
            false,
            unmoved,
            unmoved,
            tables.waiting() - releases.waited(),
            RefinementCountsJson.write(counts));
    silverFiles = List.of();
    quarantineFiles = List.of();
    return change;
  }

  @Override
  public void close() {
    tables.discard(silverFiles, quarantineFiles);
    silverFiles = List.of();
    quarantineFiles = List.of();
  }
}
