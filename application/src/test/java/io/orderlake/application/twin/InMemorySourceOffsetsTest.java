package io.orderlake.application.twin;

import io.orderlake.application.contract.SourceOffsetsContract;
import io.orderlake.domain.bronze.SourceOffsets;
import java.util.HashMap;
import java.util.Map;

class InMemorySourceOffsetsTest extends SourceOffsetsContract {
  private final Map<String, InMemorySourceOffsets> topics = new HashMap<>();

  @Override
  protected SourceOffsets offsets(String topic) {
    return topics.computeIfAbsent(topic, InMemorySourceOffsets::new);
  }

  @Override
  protected void create(String topic, int partitions) {
    topics.computeIfAbsent(topic, InMemorySourceOffsets::new).create(partitions);
  }

  @Override
  protected void store(String topic, int partition, int records) {
    topics.computeIfAbsent(topic, InMemorySourceOffsets::new).store(partition, records);
  }

  @Override
  protected Runnable openTransaction(String topic, int partition) {
    return topics.get(topic).openTransaction(partition);
  }

  @Override
  protected void expire(String topic, int partition, long upTo) {
    topics.get(topic).expire(partition, upTo);
  }

  @Override
  protected void delete(String topic) {
    topics.get(topic).delete();
  }
}
