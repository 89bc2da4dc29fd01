package io.orderlake.application.twin;

import io.orderlake.application.contract.BronzeViewContract;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeState;
import io.orderlake.domain.bronze.BronzeView;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.TableState;
import io.vavr.collection.SortedMap;
import java.util.List;

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
  protected long append(long sequence, List<BronzeRecord> records) {
    return bronze.append(sequence, records);
  }

  @Override
  protected void commitTopicId(String topic, String id) {
    bronze.knowTopic(topic, id);
    appendNothing();
  }

  @Override
  protected long accept(OffsetGap gap) {
    bronze.accept(gap);
    return appendNothing();
  }

  @Override
  protected long end(TopicPartition partition, long end) {
    bronze.noteEnd(partition, end);
    return appendNothing();
  }

  private long appendNothing() {
    long sequence =
        bronze.state().map(BronzeState::lastSequence).getOrElse(TableState.NOTHING_READ);
    return bronze.append(sequence, List.of());
  }
}
