package io.orderlake.application.run;

import io.orderlake.application.lake.ReadByGold;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.RunId;
import io.orderlake.domain.lineage.GoldDelays;
import io.orderlake.domain.lineage.RunLineage;
import io.orderlake.domain.lineage.Versions;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;

/**
 * Works out from what a run published what it read and wrote, and how long the records had waited
 * that Gold counts since. A run's success does not hang on it: what cannot be read is left out and
 * said.
 */
final class LineageOf {
  private final LakeVersions versions;
  private final BronzeView bronze;
  private final ReadByGold gold;
  private final RunnerListener listener;

  LineageOf(LakeVersions versions, BronzeView bronze, RunnerListener listener) {
    this.versions = versions;
    this.bronze = bronze;
    this.gold = new ReadByGold(versions, bronze);
    this.listener = listener;
  }

  /** What the run read and wrote; none when that lake version is not of its making. */
  Option<RunLineage> run(RunId run, long lakeVersion) {
    try {
      return versions
          .version(lakeVersion)
          .filter(lake -> lake.publishedBy().equals(run))
          .flatMap(
              lake -> base(lake).map(base -> withOffsets(run, RunLineage.between(base, lake))));
    } catch (LakeFailure e) {
      tell(run, "lineage", e);
      return Option.none();
    }
  }

  /** How long the records had waited that Gold counts since; none where there are none. */
  Option<GoldDelays> delays(RunId run, long lakeVersion) {
    try {
      return versions
          .version(lakeVersion)
          .filter(lake -> lake.publishedBy().equals(run))
          .flatMap(lake -> base(lake).flatMap(base -> gold.delays(base, lake)));
    } catch (LakeFailure e) {
      tell(run, "delays of the records that Gold counts since", e);
      return Option.none();
    }
  }

  private Option<LakeVersion> base(LakeVersion lake) {
    return lake.number() == 1
        ? Option.some(LakeVersion.empty())
        : versions.version(lake.number() - 1);
  }

  private RunLineage withOffsets(RunId run, RunLineage lineage) {
    Option<Versions> read = lineage.bronze();
    if (read.isEmpty()) {
      return lineage;
    }
    try {
      return lineage.withOffsets(nextOffsets(read.get().after()), nextOffsets(read.get().upTo()));
    } catch (LakeFailure e) {
      tell(run, "Kafka offsets", e);
      return lineage;
    }
  }

  private SortedMap<TopicPartition, Long> nextOffsets(long version) {
    return bronze.at(version).map(BronzeState::nextOffsets).getOrElse(TreeMap::empty);
  }

  private void tell(RunId run, String what, LakeFailure e) {
    listener.trouble("run %s ends without its %s: %s".formatted(run, what, e.getMessage()), e);
  }
}
