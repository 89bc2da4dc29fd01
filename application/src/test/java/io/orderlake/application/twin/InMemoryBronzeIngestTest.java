package io.orderlake.application.twin;

import io.orderlake.application.contract.BronzeIngestContract;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.order.OrderEventLog;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

class InMemoryBronzeIngestTest extends BronzeIngestContract {
  @Override
  protected Lab newLab() {
    InMemoryOrderEventLog log = new InMemoryOrderEventLog(InMemoryLake.TOPIC, 2);
    InMemoryLake lake = new InMemoryLake();
    Map<TopicPartition, Long> readUntil = new ConcurrentHashMap<>();
    return new Lab() {
      @Override
      public OrderEventLog log() {
        return log;
      }

      @Override
      public BronzeIngest ingest() {
        return new InMemoryBronzeIngest(log, lake, readUntil);
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
      public Transaction begin() {
        InMemoryOrderEventLog.Transaction transaction = log.begin();
        return new Transaction() {
          @Override
          public SourcePosition publish(byte[] value) {
            return transaction.publish(value);
          }

          @Override
          public void end(boolean committed) {
            transaction.end(committed);
          }
        };
      }

      @Override
      public void addPartitions(int count) {
        log.addPartitions(count);
      }

      @Override
      public void loseCheckpoints() {
        // the twin has none
      }
    };
  }
}
