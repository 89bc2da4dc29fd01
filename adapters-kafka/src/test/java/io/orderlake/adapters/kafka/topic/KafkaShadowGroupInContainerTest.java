package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.SharedBroker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("container")
class KafkaShadowGroupInContainerTest extends KafkaShadowGroupSuite {
  @RegisterExtension static final SharedBroker BROKER = SharedBroker.inContainer();

  @Override
  KafkaConnection broker() {
    return BROKER.connection();
  }
}
