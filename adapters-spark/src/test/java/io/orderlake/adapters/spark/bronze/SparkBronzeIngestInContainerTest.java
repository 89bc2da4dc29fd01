package io.orderlake.adapters.spark.bronze;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.SharedBroker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("container")
class SparkBronzeIngestInContainerTest extends SparkBronzeIngestSuite {
  @RegisterExtension static final SharedBroker BROKER = SharedBroker.inContainer();

  @Override
  KafkaConnection broker() {
    return BROKER.connection();
  }
}
