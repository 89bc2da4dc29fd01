package io.orderlake.application.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.application.contract.SourceRecordsContract;
import io.orderlake.domain.bronze.SourceRecords;

class InMemorySourceRecordsTest extends SourceRecordsContract {
  @Override
  protected Lab newLab() {
    InMemoryOrderEventLog log = new InMemoryOrderEventLog(InMemoryLake.TOPIC, 1);
    return new Lab() {
      @Override
      public String topic() {
        return InMemoryLake.TOPIC;
      }

      @Override
      public SourceRecords records() {
        return new InMemorySourceRecords(log);
      }

      @Override
      public void publish(String... values) {
        for (String value : values) {
          log.publish(null, value.getBytes(UTF_8), delivery -> {});
        }
      }

      @Override
      public void transaction(boolean committed, String... values) {
        InMemoryOrderEventLog.Transaction transaction = log.begin();
        for (String value : values) {
          transaction.publish(value.getBytes(UTF_8));
        }
        transaction.end(committed);
      }

      @Override
      public void expire(long upTo) {
        log.expire(0, upTo);
      }
    };
  }
}
