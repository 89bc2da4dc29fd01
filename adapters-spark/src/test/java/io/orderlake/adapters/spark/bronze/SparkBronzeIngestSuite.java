package io.orderlake.adapters.spark.bronze;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.TestTopics;
import io.orderlake.adapters.kafka.TestTransactions;
import io.orderlake.adapters.kafka.order.KafkaOrderEventLog;
import io.orderlake.adapters.kafka.topic.KafkaSourceOffsets;
import io.orderlake.adapters.kafka.topic.KafkaSourceRecords;
import io.orderlake.adapters.kafka.topic.KafkaTopics;
import io.orderlake.adapters.spark.TestSpark;
import io.orderlake.application.contract.BronzeIngestContract;
import io.orderlake.application.fixture.Event;
import io.orderlake.application.ingest.IngestTopics;
import io.orderlake.domain.bronze.BronzeIngest;
import io.orderlake.domain.bronze.BronzeRecord;
import io.orderlake.domain.bronze.RunningIngest;
import io.orderlake.domain.bronze.SourcePosition;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.order.Delivery;
import io.orderlake.domain.order.OrderEventLog;
import io.vavr.collection.TreeMap;
import io.vavr.control.Option;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The contract of the ingest, and what only Kafka does, on whatever broker a subclass brings. */
abstract class SparkBronzeIngestSuite extends BronzeIngestContract {
  private static final AtomicInteger TOPICS = new AtomicInteger();
  private final List<KafkaLab> labs = new ArrayList<>();

  abstract KafkaConnection broker();

  @AfterEach
  void closeClients() {
    labs.forEach(KafkaLab::close);
  }

  @Override
  protected KafkaLab newLab() {
    KafkaLab lab = new KafkaLab("orders-" + TOPICS.incrementAndGet());
    labs.add(lab);
    return lab;
  }

  @Test
  void a_topic_that_is_not_there_is_named_and_nothing_is_read() {
    KafkaLab lab = newLab();
    lab.log().publish("k", Event.v2("e-1").bytes(), delivery -> {});
    lab.log().flush();
    lab.ingest().catchUp(p -> {});

    assertThatThrownBy(() -> lab.ingestOf("other-cluster-" + lab.topic).catchUp(p -> {}))
        .isInstanceOf(LakeFailure.class)
        .hasMessageContaining("no topic 'other-cluster-" + lab.topic);
    assertThat(lab.bronze()).hasSize(1);
  }

  @Test
  void a_running_ingest_that_loses_records_ends_and_names_the_gap() {
    KafkaLab lab = newLab();
    lab.log().publish("k", Event.v2("e").bytes(), delivery -> {});
    lab.log().flush();
    lab.ingest().catchUp(p -> {});
    Option<LakeFailure> end = Option.none();
    try (RunningIngest running = lab.ingest().start(Duration.ofSeconds(2), p -> {})) {
      for (int i = 0; i < 60 && end.isEmpty(); i++) {
        AtomicReference<SourcePosition> last = new AtomicReference<>();
        lab.log().publish("k", Event.v2("e-" + i).bytes(), delivery -> last.set(at(delivery)));
        lab.log().flush();
        lab.expire(last.get().partition(), last.get().offset() + 1);
        end = running.await(Duration.ofMillis(500));
      }
    }

    assertThat(end.get().retryable()).isFalse();
    assertThat(end.get()).hasMessageContaining("--accept-gap " + lab.topic + "/");
  }

  @Test
  void topics_are_stored_beside_each_other_in_one_bronze() {
    KafkaLab lab = newLab();
    KafkaLab other = newLab();
    IngestTopics both =
        new IngestTopics(
            TreeMap.of(lab.topic, lab.ingestOf(lab.topic), other.topic, lab.ingestOf(other.topic)));
    AtomicLong told = new AtomicLong();
    try (RunningIngest running =
        both.start(Duration.ofMillis(20), p -> told.set(Math.max(told.get(), p.records())))) {
      for (int i = 0; i < 40; i++) {
        for (KafkaLab each : List.of(lab, other)) {
          each.log().publish("k" + i, Event.v2(each.topic + i).bytes(), delivery -> {});
          each.log().flush();
        }
      }
      while (told.get() < 80) {
        assertThat(running.await(Duration.ofMillis(50))).isEmpty();
      }
    }

    assertThat(lab.bronze()).hasSize(80).extracting(BronzeRecord::source).doesNotHaveDuplicates();
    Map<Long, Long> topicsOfCommit =
        lab.bronze().stream()
            .collect(
                Collectors.groupingBy(
                    record -> record.order().ingestSequence(),
                    Collectors.collectingAndThen(
                        Collectors.mapping(record -> record.source().topic(), Collectors.toSet()),
                        topics -> (long) topics.size())));
    assertThat(topicsOfCommit.values()).isNotEmpty().containsOnly(1L);
    assertThat(both.catchUp(p -> {}).lag()).isZero();
  }

  private static SourcePosition at(Delivery delivery) {
    return ((Delivery.Acknowledged) delivery).position();
  }

  final class KafkaLab implements Lab {
    private final String topic;
    private final Path root = TestSpark.newRoot();
    private final KafkaTopics topics = KafkaTopics.of(broker());
    private final Lock storing = new ReentrantLock();
    private final List<TestTransactions> transactions = new ArrayList<>();
    private OrderEventLog log;

    KafkaLab(String topic) {
      this.topic = topic;
      topics.ensure(topic, 2);
      this.log = KafkaOrderEventLog.open(broker(), topic);
    }

    void close() {
      transactions.forEach(TestTransactions::close);
      log.close();
      topics.close();
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
          root.resolve("checkpoints").resolve("bronze"),
          name,
          new KafkaSourceRecords(broker()),
          new KafkaSourceOffsets(topics, name),
          InstantSource.system(),
          storing);
    }

    @Override
    public List<BronzeRecord> bronze() {
      return new BronzeLab(TestSpark.session(), root.toUri().toString()).records();
    }

    @Override
    public void expire(int partition, long upTo) {
      TestTopics.expire(broker(), topic, partition, upTo);
    }

    @Override
    public void makeTopicAnew() {
      log.close();
      TestTopics.delete(broker(), topic);
      topics.ensure(topic, 2);
      log = KafkaOrderEventLog.open(broker(), topic);
    }

    @Override
    public Transaction begin() {
      TestTransactions producer = new TestTransactions(broker(), topic);
      transactions.add(producer);
      producer.begin();
      return new Transaction() {
        @Override
        public SourcePosition publish(byte[] value) {
          return producer.publish(value);
        }

        @Override
        public void end(boolean committed) {
          producer.end(committed);
        }
      };
    }

    @Override
    public void addPartitions(int count) {
      log.close();
      TestTopics.addPartitions(broker(), topic, 2 + count);
      log = KafkaOrderEventLog.open(broker(), topic);
    }

    @Override
    public void loseCheckpoints() {
      FileUtils.deleteQuietly(root.resolve("checkpoints").toFile());
    }
  }
}
