package io.orderlake.adapters.spark.silver.rebuild;

import io.orderlake.adapters.spark.delta.LakeTable;
import io.orderlake.adapters.spark.silver.SilverLayout;
import io.orderlake.adapters.spark.silver.SilverPair;
import io.orderlake.adapters.spark.silver.dedup.DedupIndex;
import io.orderlake.adapters.spark.silver.refine.BronzeReading;
import io.orderlake.adapters.spark.silver.refine.SparkSilverTable;
import io.orderlake.domain.silver.RefinementCounts;
import io.orderlake.domain.silver.SilverRebuild;
import io.orderlake.domain.silver.SilverTable;
import io.orderlake.protocol.silver.RefinementCountsJson;
import io.vavr.control.Option;
import java.util.Map;

/**
 * Silver and Quarantine built anew. Their files lie among the present tables' own, where nobody
 * sees them until the replacement names them.
 */
final class SparkRebuild implements SilverRebuild {
  private final Place place;
  private final SilverPair present;
  private final SilverPair built;
  private final SparkSilverTable anew;
  private final DedupIndex history;
  private final String root;
  private final String ruleSet;

  /**
   * What is built in {@code built}, as far as it is.
   *
   * @param root where the logs of {@code built} lie
   * @param reading how it reads Bronze
   */
  SparkRebuild(
      Place place,
      LakeTable bronze,
      SilverPair present,
      SilverPair built,
      BronzeReading reading,
      String root,
      String ruleSet) {
    this.place = place;
    this.present = present;
    this.built = built;
    this.history = new DedupIndex(built.silver(), place.scratch().resolve("rebuild-event-ids"));
    this.anew = new SparkSilverTable(place.spark(), bronze, built, reading, history);
    this.root = root;
    this.ruleSet = ruleSet;
  }

  @Override
  public SilverTable anew() {
    return anew;
  }

  @Override
  public void replace() {
    present.commit(change());
    history.remove();
    SparkRebuilds.removeLogs(place, root);
  }

  /** What is to be committed to the present tables. */
  SilverPair.Change change() {
    if (!anew.unread(1).isEmpty()) {
      throw new IllegalStateException("the new Silver has not read what the present one has");
    }
    RefinementCounts counts = anew.committedSince(Option.none()).asRebuilt(ruleSet);
    long position = present.silver().position(SilverLayout.UPSTREAM_POSITION);
    long replacement = present.silver().position(SilverPair.REPLACEMENT);
    return new SilverPair.Change(
        built.silver().live(),
        built.quarantine().live(),
        true,
        Map.of(SilverLayout.UPSTREAM_POSITION, position, SilverPair.REPLACEMENT, replacement),
        Map.of(SilverLayout.UPSTREAM_POSITION, position, SilverPair.REPLACEMENT, replacement + 1),
        built.waiting(),
        RefinementCountsJson.write(counts));
  }

  @Override
  public void close() {
    history.close();
  }
}
