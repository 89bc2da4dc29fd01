package io.orderlake.adapters.kafka.topic;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.SharedBroker;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KafkaShadowGroupTest extends KafkaShadowGroupSuite {
  @TempDir static Path dir;

  @RegisterExtension static final SharedBroker BROKER = SharedBroker.embedded(() -> dir);

  @Override
  KafkaConnection broker() {
    return BROKER.connection();
  }
}
