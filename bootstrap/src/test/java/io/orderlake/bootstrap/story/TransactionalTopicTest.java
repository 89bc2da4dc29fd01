package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.kafka.KafkaConnection;
import io.orderlake.adapters.kafka.TestTopics;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shop writes its orders in transactions, aborts some, and Kafka keeps them briefly. */
class TransactionalTopicTest {
  private static final String TOPIC = "shop.orders_tx";

  @TempDir private Path folder;
  private StagedLake lake;
  private String broker = "";
  private int events;

  @Test
  void only_what_was_committed_counts_and_no_offset_without_a_record_is_missed() throws Exception {
    lake = new StagedLake(new CommandLineStage(folder));
    try (RoleProcess up =
        RoleProcess.start(folder, "up", "--data", "broker", "--rate", "0", "--no-autopilot")) {
      up.awaitLine("ready: ");
      broker = Files.readString(folder.resolve("broker/kafka/address")).strip();
      try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker));
          KafkaProducer<byte[], byte[]> shop = shop()) {
        TestTopics.create(KafkaConnection.to(broker), TOPIC, 1, Map.of());
        publish(admin, shop, false, 2);
        publish(admin, shop, true, 3);
        ingestTo(7);
        deleteBelow(admin, 7);
        publish(admin, shop, false, 4);
        ingestTo(12);
        deleteBelow(admin, 12);
        publish(admin, shop, true, 1);
        shop.beginTransaction();
        shop.send(new ProducerRecord<>(TOPIC, 0, null, order("Open"))).get();
        assertThat(ingestTo(14).out()).contains("1 offset held back by a transaction");
        shop.commitTransaction();
        awaitReadable(admin, 16);
        ingestTo(16);
      }
    }
    everyFigureIsProven();
  }

  private void everyFigureIsProven() throws Exception {
    try (RoleProcess runner = RoleProcess.start(folder, "runner", "--data", "lake")) {
      runner.awaitLine("serving trigger files");
      assertThat(lake.trigger("silver", "s").code()).isZero();
      assertThat(lake.trigger("gold", "g").code()).isZero();
    }
    JsonNode cells = lake.gold().get("tables").get(0).get("cells");
    assertThat(cells.findValuesAsText("city")).containsExactlyInAnyOrder("Kept", "Open");
    assertThat(StagedLake.total(lake.status(), "refined")).isEqualTo(5);

    Outcome audit = lake.run("audit");
    assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    Outcome marker = lake.run("explain", "record", TOPIC + "/0/6");
    assertThat(marker.code()).isEqualTo(64);
    assertThat(marker.err()).contains("the end of a transaction");
  }

  private Outcome ingestTo(long next) throws Exception {
    Outcome ingest = lake.run("ingest", "--once", "--bootstrap", broker, "--topic", TOPIC);
    assertThat(ingest.code()).as(ingest.err()).isZero();
    assertThat(ingest.out()).contains("lag: 0 records");
    JsonNode status = lake.status();
    assertThat(status.get("bronze").get("next_offsets").get(TOPIC + "-0").asLong()).isEqualTo(next);
    return ingest;
  }

  private KafkaProducer<byte[], byte[]> shop() {
    KafkaProducer<byte[], byte[]> shop =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker, "transactional.id", "shop"),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    shop.initTransactions();
    return shop;
  }

  /** Publishes a transaction and waits for its end, which the broker writes after promising it. */
  private void publish(
      Admin admin, KafkaProducer<byte[], byte[]> shop, boolean committed, int orders)
      throws Exception {
    long before = readable(admin);
    shop.beginTransaction();
    for (int i = 0; i < orders; i++) {
      byte[] order = order(committed ? "Kept" : "Aborted");
      shop.send(new ProducerRecord<>(TOPIC, 0, null, order)).get();
    }
    if (committed) {
      shop.commitTransaction();
    } else {
      shop.abortTransaction();
    }
    awaitReadable(admin, before + orders + 1);
  }

  private static void awaitReadable(Admin admin, long offset) throws Exception {
    while (readable(admin) < offset) {
      Thread.sleep(50);
    }
  }

  private static long readable(Admin admin) throws Exception {
    TopicPartition partition = new TopicPartition(TOPIC, 0);
    return admin
        .listOffsets(
            Map.of(partition, OffsetSpec.latest()),
            new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .partitionResult(partition)
        .get()
        .offset();
  }

  private byte[] order(String city) {
    events++;
    return """
    {"schema_version":2,"event_id":"e-%s","order_id":"o","product":"Cup","quantity":1,\
    "unit_price":"1.00","currency":"USD","city":"%s","event_time":"2026-11-20T10:15:00Z"}\
    """
        .formatted(events, city)
        .getBytes(UTF_8);
  }

  private static void deleteBelow(Admin admin, long offset) throws Exception {
    admin
        .deleteRecords(Map.of(new TopicPartition(TOPIC, 0), RecordsToDelete.beforeOffset(offset)))
        .all()
        .get();
  }
}
