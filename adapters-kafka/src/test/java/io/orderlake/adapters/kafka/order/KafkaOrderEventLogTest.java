package io.orderlake.adapters.kafka.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.adapters.kafka.SharedBroker;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KafkaOrderEventLogTest extends KafkaOrderEventLogSuite {
  @TempDir static Path dir;

  @RegisterExtension static final SharedBroker BROKER = SharedBroker.embedded(() -> dir);

  @Override
  KafkaConnection broker() {
    return BROKER.connection();
  }

  @Test
  void settings_that_must_hold_cannot_be_overridden() {
    KafkaConnection careless =
        new KafkaConnection(
            broker().bootstrapServers(), Map.of("acks", "0", "enable.idempotence", "false"));

    assertThat(careless.properties(Map.of("acks", "1"), Map.of("acks", "all")))
        .containsEntry("acks", "all")
        .containsEntry("enable.idempotence", "false");
    KafkaOrderEventLog.open(careless, "orders").close();
  }

  @Test
  void wrong_client_settings_are_named_and_no_secret_is_shown() {
    KafkaConnection wrong =
        new KafkaConnection(
            broker().bootstrapServers(), Map.of("linger.ms", "soon", "ssl.key.password", "s3cret"));

    assertThat(wrong.toString()).contains("ssl.key.password").doesNotContain("s3cret");
    assertThatThrownBy(() -> KafkaOrderEventLog.open(wrong, "orders"))
        .isInstanceOf(KafkaFailure.class)
        .hasMessageContaining("linger.ms")
        .hasMessageNotContaining("s3cret");
  }
}
