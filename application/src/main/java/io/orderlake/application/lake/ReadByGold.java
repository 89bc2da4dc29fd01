package io.orderlake.application.lake;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.orderlake.domain.lineage.GoldDelays;
import io.vavr.control.Option;

/** How far into Bronze a published Gold table has come, since Gold may be behind Silver. */
public final class ReadByGold {
  private final LakeVersions versions;
  private final BronzeView bronze;

  public ReadByGold(LakeVersions versions, BronzeView bronze) {
    this.versions = versions;
    this.bronze = bronze;
  }

  /**
   * The last ingest sequence whose records a Gold table has counted; the greatest number there is
   * when it has read all of Silver.
   *
   * @param lake the lake version
   * @param gold where it has the Gold table
   */
  public long lastSequence(LakeVersion lake, TableState gold) {
    if (gold.position() == TableState.NOTHING_READ) {
      return TableState.NOTHING_READ;
    }
    if (silverVersion(lake).contains(gold.position())) {
      return Long.MAX_VALUE;
    }
    return bronzeWhenSilverWasAt(gold.position(), lake)
        .flatMap(bronze::at)
        .map(BronzeState::lastSequence)
        .getOrElse(TableState.NOTHING_READ);
  }

  /**
   * How long the records had waited that a lake version is the first to count in Gold.
   *
   * @param base the lake version before
   * @return none where there are none
   */
  public Option<GoldDelays> delays(LakeVersion base, LakeVersion lake) {
    long after = bronzeVersion(base);
    long upTo = bronzeVersion(lake);
    if (upTo <= after) {
      return Option.none();
    }
    GoldDelays.Tally tally = new GoldDelays.Tally(lake.publishedAt().toEpochMilli());
    bronze.timestamps(after, upTo, tally::add);
    return Option.some(tally.delays()).filter(delays -> delays.records() > 0);
  }

  /** Up to which version of Bronze every Gold table that is there has counted. */
  private long bronzeVersion(LakeVersion lake) {
    return lake.tables()
        .filterKeys(TableId::isGold)
        .values()
        .map(TableState::position)
        .min()
        .filter(silver -> silver != TableState.NOTHING_READ)
        .flatMap(
            silver ->
                silverVersion(lake).contains(silver)
                    ? bronzeReadBySilver(lake)
                    : bronzeWhenSilverWasAt(silver, lake))
        .getOrElse(TableState.NOTHING_READ);
  }

  private static Option<Long> bronzeReadBySilver(LakeVersion lake) {
    return lake.table(TableId.SILVER_ORDERS).map(TableState::position);
  }

  /** Gold only reads Silver as it was published, so there is such a lake version. */
  private Option<Long> bronzeWhenSilverWasAt(long silverVersion, LakeVersion newest) {
    for (long number = newest.number() - 1; number > 0; number--) {
      Option<LakeVersion> lake = versions.version(number);
      if (lake.exists(version -> silverVersion(version).contains(silverVersion))) {
        return bronzeReadBySilver(lake.get());
      }
    }
    throw LakeFailure.lasting(
        "lake version "
            + newest.number()
            + " has a Gold table that has read "
            + TableId.SILVER_ORDERS
            + " up to version "
            + silverVersion
            + ", but no lake version up to it holds that version; restore runs/lake-versions from a"
            + " backup");
  }

  private static Option<Long> silverVersion(LakeVersion lake) {
    return lake.table(TableId.SILVER_ORDERS).map(TableState::version);
  }
}
