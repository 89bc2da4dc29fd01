package io.orderlake.adapters.delta.bronze;

import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.lake.PastPositions;
import io.orderlake.domain.bronze.BronzeOffsets;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import io.vavr.collection.TreeMap;

/** Bronze's next offsets out of the positions that its commits carry. */
public final class KernelBronzeOffsets implements BronzeOffsets {
  private final PastPositions positions;

  public KernelBronzeOffsets(KernelLake lake) {
    this.positions = lake.pastPositions(TableId.BRONZE_ORDERS);
  }

  @Override
  public SortedMap<TopicPartition, Long> next(long version) {
    return version == TableState.NOTHING_READ
        ? TreeMap.empty()
        : KernelBronzeView.nextOffsets(positions.at(version));
  }
}
