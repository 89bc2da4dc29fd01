package io.orderlake.application.twin;

import io.orderlake.application.contract.BronzeOffsetsContract;
import io.orderlake.domain.bronze.BronzeOffsets;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;

class InMemoryBronzeOffsetsTest extends BronzeOffsetsContract {
  private final InMemoryBronzeView bronze = new InMemoryBronzeView();

  @Override
  protected BronzeOffsets offsets() {
    return bronze;
  }

  @Override
  protected long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    return bronze.commit(sequence, nextOffsets);
  }
}
