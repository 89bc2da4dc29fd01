package io.orderlake.application.twin;

import io.orderlake.application.contract.ShadowGroupContract;
import io.orderlake.domain.bronze.ShadowGroup;
import io.orderlake.domain.bronze.TopicPartition;
import io.vavr.collection.SortedMap;
import java.util.HashMap;
import java.util.Map;

class InMemoryShadowGroupTest extends ShadowGroupContract {
  private final Map<String, InMemoryShadowGroup> groups = new HashMap<>();

  private InMemoryShadowGroup known(String id) {
    return groups.computeIfAbsent(id, InMemoryShadowGroup::new);
  }

  @Override
  protected ShadowGroup group(String id) {
    return known(id);
  }

  @Override
  protected void create(String topic, int partitions) {}

  @Override
  protected SortedMap<TopicPartition, Long> seen(String id) {
    return known(id).offsets();
  }

  @Override
  protected Runnable read(String id, String topic) {
    known(id).read(true);
    return () -> known(id).read(false);
  }
}
