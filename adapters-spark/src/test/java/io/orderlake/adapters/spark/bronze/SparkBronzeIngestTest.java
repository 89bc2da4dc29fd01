package io.orderlake.adapters.spark.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.broker.BrokerProcess;
import io.orderlake.adapters.kafka.broker.EmbeddedBroker;
import io.orderlake.adapters.kafka.order.KafkaOrderEventLog;
import io.orderlake.adapters.kafka.topic.KafkaSourceOffsets;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.application.contract.BronzeIngestContract;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.fixture.Sent;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.order.OrderEventLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparkBronzeIngestTest extends BronzeIngestContract {
  @TempDir static Path dir;
  private static final AtomicInteger TOPICS = new AtomicInteger();
  private static EmbeddedBroker broker;
  private static KafkaTopics topics;
  private final List<OrderEventLog> logs = new ArrayList<>();

  @BeforeAll
  static void startBroker() {
    broker =
        EmbeddedBroker.start(
            new BrokerProcess(
                BrokerProcess.classPathIn(
                    Path.of("..", "adapters-kafka", "embedded-broker", "target")),
                dir.resolve("kafka"),
                0,
                dir.resolve("broker.log"),
                Duration.ofMinutes(2)));
    topics = KafkaTopics.of(broker.connection());
  }

  @AfterAll
  static void stopBroker() {
    topics.close();
    broker.close();
  }

  @AfterEach
  void closeLogs() {
    logs.forEach(OrderEventLog::close);
  }

  @Override
  protected Lab newLab() {
    String topic = "orders-" + TOPICS.incrementAndGet();
    topics.ensure(topic, 2);
    return new KafkaLab(topic);
  }

  @Test
  void a_topic_that_was_made_anew_is_named_and_nothing_is_read() {
    KafkaLab lab = (KafkaLab) newLab();
    lab.log().publish("k", Event.v2("e-1").bytes(), delivery -> {});
    lab.log().flush();
    lab.ingest().catchUp(p -> {});

    assertThatThrownBy(() -> lab.ingestOf("other-cluster-" + lab.topic).catchUp(p -> {}))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("no topic 'other-cluster-" + lab.topic);
    assertThat(lab.bronze()).hasSize(1);
  }

  @Test
  void a_batch_that_is_repeated_with_other_bounds_adds_only_what_is_new() {
    BronzeLab bronze = new BronzeLab(TestSpark.session(), TestSpark.newRoot().toString());
    Sent sent = Sent.to(0, Event.v2("e-1"));
    assertThat(bronze.store(rows(sent, 0, 3))).isEqualTo(3);

    assertThat(bronze.store(rows(sent, 0, 3))).isZero();
    assertThat(bronze.store(rows(sent, 1, 5))).isEqualTo(2);
    assertThat(bronze.records())
        .extracting(r -> r.source().offset())
        .containsExactly(0L, 1L, 2L, 3L, 4L);
  }

  private static List<org.apache.spark.sql.Row> rows(Sent sent, long from, long to) {
    List<org.apache.spark.sql.Row> rows = new ArrayList<>();
    for (long offset = from; offset < to; offset++) {
      rows.add(BronzeLab.kafkaRow(sent, offset));
    }
    return rows;
  }

  private final class KafkaLab implements Lab {
    private final String topic;
    private final Path root = TestSpark.newRoot();
    private final OrderEventLog log;

    KafkaLab(String topic) {
      this.topic = topic;
      this.log = KafkaOrderEventLog.open(broker.connection(), topic);
      logs.add(log);
    }

    @Override
    public OrderEventLog log() {
      return log;
    }

    @Override
    public BronzeIngest ingest() {
      return ingestOf(topic);
    }

    BronzeIngest ingestOf(String name) {
      return new SparkBronzeIngest(
          TestSpark.session(),
          root.toUri().toString(),
          new KafkaSource(broker.bootstrapServers(), name, Map.of()),
          new KafkaSourceOffsets(topics, name),
          InstantSource.system());
    }

    @Override
    public List<BronzeRecord> bronze() {
      return new BronzeLab(TestSpark.session(), root.toUri().toString()).records();
    }

    @Override
    public void loseCheckpoints() {
      FileUtils.deleteQuietly(root.resolve("checkpoints").toFile());
    }
  }
}
