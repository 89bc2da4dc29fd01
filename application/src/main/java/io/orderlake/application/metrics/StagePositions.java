package io.orderlake.application.metrics;

import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.LakeVersion;
import io.orderlake.domain.lake.LakeVersions;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.Seq;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/** Up to which Kafka offsets the published Silver and Gold have read. */
final class StagePositions {
  private final LakeVersions versions;
  private final BronzeView bronze;
  private final Seq<TableId> gold;
  private final Map<Long, SortedMap<TopicPartition, Long>> offsets = new Few<>();
  private final Map<Long, Long> bronzeBySilver = new Few<>();

  /**
   * Those of a lake.
   *
   * @param gold every declared Gold table
   */
  StagePositions(LakeVersions versions, BronzeView bronze, Seq<TableId> gold) {
    this.versions = versions;
    this.bronze = bronze;
    this.gold = gold;
  }

  /** The newest few of what was asked. */
  @SuppressWarnings("serial") // goes nowhere
  private static final class Few<V> extends LinkedHashMap<Long, V> {
    private static final int FEW = 16;

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
      return size() > FEW;
    }
  }

  /** The version of Bronze that Silver has read; -1 for none. */
  static long ofSilver(LakeVersion lake) {
    return lake.table(TableId.SILVER_ORDERS)
        .map(TableState::position)
        .getOrElse(TableState.NOTHING_READ);
  }

  /** The version of Silver that every Gold table has read; -1 for none. */
  long ofGold(LakeVersion lake) {
    return gold.map(
            table -> lake.table(table).map(TableState::position).getOrElse(TableState.NOTHING_READ))
        .min()
        .getOrElse(() -> version(lake));
  }

  /** The first offset that Silver has yet to read, by partition; none of what it never read. */
  synchronized SortedMap<TopicPartition, Long> silverNext(LakeVersion lake) {
    return at(ofSilver(lake));
  }

  /** The first offset that a Gold table has yet to count, by partition. */
  synchronized SortedMap<TopicPartition, Long> goldNext(LakeVersion lake) {
    long silver = ofGold(lake);
    return silver == version(lake)
        ? silverNext(lake)
        : at(cached(bronzeBySilver, silver, read -> bronzeWhenSilverWasAt(read, lake)));
  }

  private SortedMap<TopicPartition, Long> at(long bronzeVersion) {
    return cached(
        offsets,
        bronzeVersion,
        version -> bronze.at(version).map(BronzeState::nextOffsets).getOrElse(TreeMap.empty()));
  }

  /** Not with computeIfAbsent, which must not throw halfway. */
  private static <V> V cached(Map<Long, V> known, long key, LongFunction<V> find) {
    V value = known.get(key);
    if (value == null) {
      value = find.apply(key);
      known.put(key, value);
    }
    return value;
  }

  /** Gold only reads Silver as it was published, so there is such a lake version. */
  private long bronzeWhenSilverWasAt(long silver, LakeVersion newest) {
    if (silver == TableState.NOTHING_READ) {
      return TableState.NOTHING_READ;
    }
    for (long number = newest.number(); number > 0; number--) {
      LakeVersion lake = versions.version(number).getOrElse(LakeVersion.empty());
      if (version(lake) == silver) {
        return ofSilver(lake);
      }
    }
    throw LakeFailure.lasting(
        "a Gold table of lake version "
            + newest.number()
            + " has read "
            + TableId.SILVER_ORDERS
            + " up to version "
            + silver
            + ", but no lake version holds that; restore runs/lake-versions from a backup");
  }

  private static long version(LakeVersion lake) {
    return lake.table(TableId.SILVER_ORDERS)
        .map(TableState::version)
        .getOrElse(TableState.NOTHING_READ);
  }
}
