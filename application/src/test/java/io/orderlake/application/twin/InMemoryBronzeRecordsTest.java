package io.orderlake.application.twin;

import io.orderlake.application.contract.BronzeRecordsContract;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.BronzeRecords;
import io.orderlake.domain.bronze.OffsetGap;
import io.orderlake.domain.bronze.TopicPartition;
import java.util.List;

class InMemoryBronzeRecordsTest extends BronzeRecordsContract {
  private final InMemoryBronzeRecords bronze = new InMemoryBronzeRecords();

  @Override
  protected BronzeRecords records() {
    return bronze;
  }

  @Override
  protected long accept(long sequence, OffsetGap gap) {
    bronze.accept(gap);
    return bronze.append(sequence, List.of());
  }

  @Override
  protected long end(long sequence, TopicPartition partition, long end) {
    bronze.noteEnd(partition, end);
    return bronze.append(sequence, List.of());
  }

  @Override
  protected long append(long sequence, List<BronzeRecord> records) {
    return bronze.append(sequence, records);
  }
}
