package io.orderlake.application.twin;

import io.orderlake.application.contract.BronzeViewContract;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;

class InMemoryBronzeViewTest extends BronzeViewContract {
  private final InMemoryBronzeView bronze = new InMemoryBronzeView();

  @Override
  protected BronzeView view() {
    return bronze;
  }

  @Override
  protected long commit(long sequence, SortedMap<TopicPartition, Long> nextOffsets) {
    return bronze.commit(sequence, nextOffsets);
  }

  @Override
  protected void commitTopicId(String topic, String id) {
    bronze.knowTopic(topic, id);
  }
}
