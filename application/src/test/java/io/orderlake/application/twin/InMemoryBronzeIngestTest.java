package io.orderlake.application.twin;

import io.orderlake.application.contract.BronzeIngestContract;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.order.OrderEventLog;
import java.util.List;

class InMemoryBronzeIngestTest extends BronzeIngestContract {
  @Override
  protected Lab newLab() {
    InMemoryOrderEventLog log = new InMemoryOrderEventLog(InMemoryLake.TOPIC, 2);
    InMemoryLake lake = new InMemoryLake();
    return new Lab() {
      @Override
      public OrderEventLog log() {
        return log;
      }

      @Override
      public BronzeIngest ingest() {
        return new InMemoryBronzeIngest(log, lake);
      }

      @Override
      public List<BronzeRecord> bronze() {
        return lake.bronze();
      }

      @Override
      public void expire(int partition, long upTo) {
        log.expire(partition, upTo);
      }

      @Override
      public void makeTopicAnew() {
        log.makeAnew();
      }

      @Override
      public void loseCheckpoints() {
        // the twin has none
      }
    };
  }
}
