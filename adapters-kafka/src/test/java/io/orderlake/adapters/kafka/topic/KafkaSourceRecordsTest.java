package io.orderlake.adapters.kafka.topic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.RawProducer;
import io.orderlake.adapters.kafka.SharedBroker;
import io.orderlake.adapters.kafka.TestTopics;
import io.orderlake.adapters.kafka.TestTransactions;
import io.orderlake.application.contract.SourceRecordsContract;
import io.orderlake.application.fixture.Timestamps;
import io.orderlake.domain.bronze.ReadRange;
import io.orderlake.domain.bronze.RecordHeader;
import io.orderlake.domain.bronze.SourceRecord;
import io.orderlake.domain.bronze.SourceRecords;
import io.orderlake.domain.bronze.TimestampType;
import io.orderlake.domain.bronze.TopicPartition;
import io.orderlake.domain.lake.LakeFailure;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KafkaSourceRecordsTest extends SourceRecordsContract {
  @TempDir static Path dir;

  @RegisterExtension static final SharedBroker BROKER = SharedBroker.embedded(() -> dir);

  private static final AtomicInteger TOPICS = new AtomicInteger();
  private static final int LARGE = 12 << 20;

  @Override
  protected KafkaLab newLab() {
    return new KafkaLab(Map.of());
  }

  @Test
  void any_timestamp_that_kafka_takes_comes_back_as_it_is() {
    KafkaLab lab = new KafkaLab(Map.of("message.timestamp.after.max.ms", "" + Long.MAX_VALUE));
    RawProducer producer = new RawProducer(BROKER.connection());
    List<Long> sent = Timestamps.extreme().stream().map(Instant::toEpochMilli).toList();
    sent.forEach(timestamp -> producer.publish(lab.topic, timestamp, new byte[1], List.of()));

    List<SourceRecord> read = lab.read(0, sent.size());
    assertThat(read).extracting(SourceRecord::timestamp).isEqualTo(sent);
    assertThat(read)
        .extracting(SourceRecord::timestampType)
        .containsOnly(TimestampType.CREATE_TIME);
  }

  @Test
  void a_topic_may_be_stamped_by_its_broker() throws Exception {
    KafkaLab lab = new KafkaLab(Map.of("message.timestamp.type", "LogAppendTime"));
    long before = System.currentTimeMillis();
    lab.publish("x");

    SourceRecord read = lab.read(0, 1).get(0);
    assertThat(read.timestampType()).isEqualTo(TimestampType.LOG_APPEND_TIME);
    assertThat(read.timestamp()).isBetween(before, System.currentTimeMillis());
  }

  @Test
  void header_names_of_any_bytes_come_back_beside_their_text() {
    KafkaLab lab = newLab();
    byte[] broken = {'x', (byte) 0xff, (byte) 0xc3};
    byte[] text = "größe".getBytes(UTF_8);
    RawProducer producer = new RawProducer(BROKER.connection());
    producer.publish(
        lab.topic,
        0,
        new byte[0],
        List.of(new RawProducer.Header(text, broken), new RawProducer.Header(broken, text)));
    producer.publish(lab.topic, 0, new byte[0], List.of(new RawProducer.Header(text, broken)));

    List<SourceRecord> read = lab.read(0, 2);
    assertThat(read.get(0).headerNames()).containsExactly(text, broken);
    assertThat(read.get(0).content().headers())
        .containsExactly(
            new RecordHeader("größe", broken), new RecordHeader("x\ufffd\ufffd", text));
    assertThat(read.get(1).headerNames()).isEmpty();
    assertThat(read.get(1).content().headers()).containsExactly(new RecordHeader("größe", broken));
  }

  @Test
  void large_empty_and_absent_keys_values_and_headers_come_back_byte_for_byte() throws Exception {
    KafkaLab lab = new KafkaLab(Map.of("max.message.bytes", "" + 3 * LARGE));
    byte[] large = new byte[LARGE];
    Arrays.fill(large, (byte) 'x');
    RecordHeaders many = new RecordHeaders();
    for (int i = 0; i < 5_000; i++) {
      many.add("h" + i % 7, i % 3 == 0 ? null : new byte[] {(byte) i});
    }
    try (KafkaProducer<byte[], byte[]> producer = lab.producer(Map.of("compression.type", "lz4"))) {
      List<Future<RecordMetadata>> sent = new ArrayList<>();
      sent.add(producer.send(new ProducerRecord<>(lab.topic, 0, null, null)));
      sent.add(producer.send(new ProducerRecord<>(lab.topic, 0, new byte[0], new byte[0])));
      sent.add(producer.send(new ProducerRecord<>(lab.topic, 0, large, large)));
      sent.add(producer.send(new ProducerRecord<>(lab.topic, 0, (byte[]) null, new byte[1], many)));
      sent.add(producer.send(new ProducerRecord<>(lab.topic, 0, null, large)));
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    }

    List<SourceRecord> read = lab.read(0, 5);
    assertThat(read.get(0).content().key()).isNull();
    assertThat(read.get(0).content().value()).isNull();
    assertThat(read.get(1).content().key()).isEmpty();
    assertThat(read.get(1).content().value()).isEmpty();
    assertThat(Arrays.equals(read.get(2).content().key(), large)).isTrue();
    assertThat(Arrays.equals(read.get(2).content().value(), large)).isTrue();
    List<RecordHeader> headers = new ArrayList<>();
    many.forEach(header -> headers.add(new RecordHeader(header.key(), header.value())));
    assertThat(read.get(3).content().headers()).isEqualTo(headers);
    assertThat(Arrays.equals(read.get(4).content().value(), large)).isTrue();
  }

  @Test
  void whoever_asks_for_it_reads_what_was_not_committed() {
    KafkaLab lab = newLab();
    lab.transaction(false, "aborted");
    SourceRecords uncommitted =
        new KafkaSourceRecords(
            new KafkaConnection(
                BROKER.connection().bootstrapServers(),
                Map.of("isolation.level", "read_uncommitted")));

    assertThat(KafkaLab.read(uncommitted, lab.topic, 0, 2)).hasSize(1);
    assertThat(lab.read(0, 2)).isEmpty();
  }

  @Test
  void a_setting_that_kafka_does_not_know_is_named() {
    ReadRange range = new ReadRange(new TopicPartition("nowhere", 0), 0, 1);
    SourceRecords mistaken =
        new KafkaSourceRecords(
            new KafkaConnection("127.0.0.1:1", Map.of("isolation.level", "no such level")));

    assertThatExceptionOfType(LakeFailure.class)
        .isThrownBy(() -> mistaken.open(range))
        .withMessageContaining("nowhere-0")
        .withMessageContaining("isolation.level");
  }

  /** A topic of its own. */
  private static final class KafkaLab implements Lab {
    private final String topic = "read." + TOPICS.incrementAndGet() + "_x-y";

    KafkaLab(Map<String, String> settings) {
      TestTopics.create(BROKER.connection(), topic, 1, settings);
    }

    KafkaProducer<byte[], byte[]> producer(Map<String, String> settings) {
      return new KafkaProducer<>(
          BROKER
              .connection()
              .properties(
                  Map.of("max.request.size", "" + 4 * LARGE, "buffer.memory", "" + 8L * LARGE),
                  settings),
          new ByteArraySerializer(),
          new ByteArraySerializer());
    }

    @Override
    public String topic() {
      return topic;
    }

    @Override
    public SourceRecords records() {
      return new KafkaSourceRecords(BROKER.connection());
    }

    @Override
    public void publish(String... values) {
      try (KafkaProducer<byte[], byte[]> producer = producer(Map.of())) {
        for (String value : values) {
          var unused = producer.send(new ProducerRecord<>(topic, 0, null, value.getBytes(UTF_8)));
        }
      }
    }

    @Override
    public void transaction(boolean committed, String... values) {
      try (TestTransactions transactions = new TestTransactions(BROKER.connection(), topic)) {
        transactions.begin();
        for (String value : values) {
          transactions.publish(value.getBytes(UTF_8));
        }
        transactions.end(committed);
      }
    }

    @Override
    public void expire(long upTo) {
      TestTopics.expire(BROKER.connection(), topic, 0, upTo);
    }

    List<SourceRecord> read(long from, long until) {
      return read(records(), topic, from, until);
    }

    static List<SourceRecord> read(SourceRecords records, String topic, long from, long until) {
      List<SourceRecord> read = new ArrayList<>();
      ReadRange range = new ReadRange(new TopicPartition(topic, 0), from, until);
      try (SourceRecords.Reading reading = records.open(range)) {
        for (SourceRecord record = reading.next(); record != null; record = reading.next()) {
          read.add(record);
        }
      }
      return read;
    }
  }
}
