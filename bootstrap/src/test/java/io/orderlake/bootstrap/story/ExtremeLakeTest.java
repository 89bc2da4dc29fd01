package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.delta.bronze.KernelBronzeView;
import io.orderlake.adapters.delta.gold.KernelGoldView;
import io.orderlake.adapters.delta.lake.KernelLake;
import io.orderlake.adapters.delta.quarantine.KernelQuarantineView;
import io.orderlake.adapters.delta.silver.KernelSilverView;
import io.orderlake.application.fixture.Extremes;
import io.orderlake.application.fixture.GoldFixture;
import io.orderlake.application.fixture.Sent;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.domain.gold.GoldProjection;
import io.orderlake.domain.gold.GoldProjections;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/**
 * Records of every extreme kind through real Kafka, Spark and Delta, one lake, every role that
 * reads it. The lake is left in the build output, with what its tables must hold, for readers of
 * other makes.
 */
class ExtremeLakeTest {
  private static final long SEED = 1_582;
  private static final int RECORDS = 500;
  private static final Path FOLDER = Path.of("target", "extreme-lake").toAbsolutePath();
  private static final String TOPIC = "orders";
  private static final int LARGEST = 20 << 20;

  /** Every so many records and cells are asked about. */
  private static final int EACH = 12;

  private final StagedLake lake = new StagedLake(new CommandLineStage(FOLDER));
  private String broker = "";

  @Test
  void every_record_is_stored_judged_counted_proven_and_explained() throws Exception {
    remove(FOLDER);
    Files.createDirectories(FOLDER);
    Files.writeString(
        FOLDER.resolve("lenient.yaml"), "rules:\n  severity:\n    event_time_in_future: WARN\n");
    List<Sent> sent = Extremes.records(new Random(SEED), RECORDS);
    try (RoleProcess up =
        RoleProcess.start(FOLDER, "up", "--data", "broker", "--rate", "0", "--no-autopilot")) {
      up.awaitLine("ready: ");
      broker = Files.readString(FOLDER.resolve("broker/kafka/address")).strip();
      openTopic();
      publish(sent.subList(0, RECORDS / 2));
      assertSucceeds("ingest", "--once", "--bootstrap", broker);
      publish(sent.subList(RECORDS / 2, RECORDS));
      assertSucceeds("ingest", "--once", "--bootstrap", broker);
    }
    try (RoleProcess runner =
        RoleProcess.start(FOLDER, "runner", "--data", "lake", "--config", "lenient.yaml")) {
      runner.awaitLine("serving trigger files");
      for (String job : List.of("silver", "gold", "compact", "vacuum")) {
        trigger(job, job + "-1");
      }
      assertIsProven("refined");
      trigger("rebuild", "rebuild-1");
      trigger("compact", "compact-2");
      assertIsProven("rebuilt");
    }
    assertEveryRecordIsExplained();
    assertEveryCellIsExplained();
    assertNothingIsUnjudged();
    writeExpectation();
  }

  /** A topic that takes large records, and such as claim to be of another age. */
  private void openTopic() throws Exception {
    Map<String, String> settings =
        Map.of(
            "max.message.bytes", "" + LARGEST,
            "message.timestamp.after.max.ms", "" + Long.MAX_VALUE,
            "retention.ms", "-1");
    List<AlterConfigOp> changes = new ArrayList<>();
    settings.forEach(
        (name, value) ->
            changes.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
      admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
    }
  }

  private void publish(List<Sent> records) throws Exception {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker, "max.request.size", LARGEST, "linger.ms", 20);
    List<Future<RecordMetadata>> acknowledged = new ArrayList<>();
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (Sent record : records) {
        List<Header> headers =
            record.content().headers().stream()
                .<Header>map(header -> new RecordHeader(header.key(), header.value()))
                .toList();
        acknowledged.add(
            producer.send(
                new ProducerRecord<>(
                    TOPIC,
                    record.partition(),
                    // a client sends nothing before 1970
                    Math.max(0, record.timestamp().toEpochMilli()),
                    record.content().key(),
                    record.content().value(),
                    headers)));
      }
    }
    for (Future<RecordMetadata> each : acknowledged) {
      assertThat(each.get().hasOffset()).isTrue();
    }
  }

  private void trigger(String job, String id) {
    Outcome outcome = lake.trigger(job, id);
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
  }

  private Outcome assertSucceeds(String... role) {
    Outcome outcome = lake.run(role);
    assertThat(outcome.code()).as(String.join(" ", role) + outcome.out() + outcome.err()).isZero();
    return outcome;
  }

  private void assertIsProven(String when) throws Exception {
    JsonNode status = lake.status();
    assertThat(StagedLake.total(status, "read")).as(when).isEqualTo(RECORDS);
    assertThat(StagedLake.total(status, "refined")).as(when).isGreaterThan(RECORDS / 3);
    assertThat(StagedLake.total(status, "quarantined")).as(when).isGreaterThan(RECORDS / 5);
    assertThat(lake.goldEvents()).as(when).containsOnly(StagedLake.total(status, "refined"));
    JsonNode audit = assertSucceeds("audit", "--json", "--config", "lenient.yaml").json();
    assertThat(audit.get("intact").asBoolean()).as("%s: %s", when, audit).isTrue();
    assertThat(audit.get("older_rules")).as(when).isEmpty();
  }

  private void assertEveryRecordIsExplained() throws Exception {
    for (JsonNode end : lake.status().get("bronze").get("next_offsets")) {
      assertThat(end.asLong()).isPositive();
    }
    for (int partition = 0; partition < 3; partition++) {
      for (int offset = 0; offset < RECORDS / 4; offset += EACH) {
        String address = TOPIC + "/" + partition + "/" + offset;
        JsonNode record =
            assertSucceeds("explain", "record", address, "--json", "--config", "lenient.yaml")
                .json()
                .get("records")
                .get(0);
        assertThat(record.get("fate").asText())
            .as(address)
            .isIn("refined", "quarantined", "duplicate");
        assertThat(record.get("today").get("agrees").asBoolean()).as(record.toString()).isTrue();
        assertSucceeds("explain", "record", address, "--config", "lenient.yaml");
      }
    }
  }

  private void assertEveryCellIsExplained() throws Exception {
    for (JsonNode table : lake.gold().get("tables")) {
      String name = table.get("table").asText();
      String text = name.contains("city") ? "city" : "product";
      String time = name.contains("city") ? "hour" : "day";
      for (int i = 0; i < table.get("cells").size(); i++) {
        JsonNode cell = table.get("cells").get(i);
        boolean inGap = cell.get(time).asText().startsWith("1582-10");
        if (i % EACH == 0 || inGap) {
          JsonNode explained =
              assertSucceeds(
                      "explain",
                      name,
                      "--" + text + "=" + cell.get(text).asText(),
                      "--" + time,
                      cell.get(time).asText(),
                      "--limit",
                      "1",
                      "--json")
                  .json();
          assertThat(explained.get("adds_up").asBoolean()).as(explained.toString()).isTrue();
        }
      }
    }
  }

  private void assertNothingIsUnjudged() throws Exception {
    JsonNode byReason = assertSucceeds("quarantine", "--json").json().get("by_reason");
    assertThat(byReason.has("unjudged")).as(byReason.toString()).isFalse();
    assertThat(byReason.size()).isGreaterThan(10);
    assertSucceeds("quarantine", "list", "--limit", "1000");
    assertSucceeds("gold");
    assertSucceeds("gold", "revenue_by_city_hour", "--csv");
  }

  /** What the views of the last lake version hold, for readers of other makes to hold against. */
  private void writeExpectation() throws Exception {
    KernelLake tables = KernelLake.at(FOLDER.resolve("lake"));
    ExpectedTables expected = new ExpectedTables(lake.status().get("lake").get("tables"));
    new KernelBronzeView(tables)
        .parts(expected.version("bronze/orders"))
        .forEach(part -> part.forEach(expected::record));
    new KernelSilverView(tables)
        .parts(expected.version("silver/orders"))
        .forEach(part -> part.forEach(expected::row));
    new KernelQuarantineView(tables)
        .forEach(expected.version("silver/quarantine"), expected::quarantined);
    for (GoldProjection projection : GoldProjections.in(GoldFixture.in(ZoneOffset.UTC))) {
      new KernelGoldView(tables)
          .forEach(
              projection,
              expected.version("gold/" + projection.table()),
              cell -> expected.cell(projection, cell));
    }
    assertThat(expected.rows("bronze/orders")).isEqualTo(RECORDS);
    expected.write(FOLDER.resolve("expected.json"));
  }

  private static void remove(Path directory) throws Exception {
    if (Files.exists(directory)) {
      try (Stream<Path> files = Files.walk(directory)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
