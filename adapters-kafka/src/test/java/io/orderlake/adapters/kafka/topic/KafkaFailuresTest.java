package io.orderlake.adapters.kafka.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.KafkaFailure;
import io.orderlake.application.contract.FailureVerdictContract;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class KafkaFailuresTest extends FailureVerdictContract {
  private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

  /** An answer of the cluster and the reading of a partition meet it; both tell the same. */
  @Override
  protected Throwable metBy(Throwable fault) {
    LakeFailure asked = LakeFailure.of("reading offsets", new KafkaFailure("no answer", fault));
    LakeFailure read = KafkaReading.failure(PARTITION, 7, new KafkaException("no records", fault));
    if (FailureCause.of(fault) != FailureCause.DEFECT) {
      assertThat(read.failureCause()).isEqualTo(asked.failureCause());
    }
    return asked;
  }

  @Test
  void what_kafka_says_is_translated() {
    assertThat(causeOf(new TimeoutException("60000 ms"))).isEqualTo(FailureCause.TIMED_OUT);
    assertThat(causeOf(new NotLeaderOrFollowerException("x"))).isEqualTo(FailureCause.UNREACHABLE);
    assertThat(causeOf(new SaslAuthenticationException("x"))).isEqualTo(FailureCause.DENIED);
    assertThat(causeOf(new TopicAuthorizationException("x"))).isEqualTo(FailureCause.DENIED);
    assertThat(causeOf(new ConfigException("x"))).isEqualTo(FailureCause.MISCONFIGURED);
    assertThat(causeOf(new InvalidTopicException("x"))).isEqualTo(FailureCause.MISCONFIGURED);
    assertThat(causeOf(new KafkaException("x"))).isEqualTo(FailureCause.STORE_FAULT);
    assertThat(causeOf(new OffsetOutOfRangeException(Map.of())))
        .isEqualTo(FailureCause.SOURCE_LOST);
    assertThat(causeOf(new InterruptException(new InterruptedException())))
        .isEqualTo(FailureCause.INTERRUPTED);
    assertThat(
            causeOf(new ConfigException("No resolvable bootstrap urls given in bootstrap.servers")))
        .isEqualTo(FailureCause.UNREACHABLE);
  }

  private FailureCause causeOf(KafkaException failure) {
    boolean ignored = Thread.interrupted();
    return FailureCause.of(metBy(failure));
  }
}
