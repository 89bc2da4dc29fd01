package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka loses records before Bronze has them, and somebody decides to go on. */
class LostRecordsTest {
  private static final String TOPIC = "kept-briefly";
  private static final long LOST = 4;

  @TempDir private Path folder;
  private StagedLake lake;
  private String broker = "";

  @Test
  void a_gap_is_named_then_accepted_once_and_from_then_on_part_of_the_audit() throws Exception {
    lake = new StagedLake(new CommandLineStage(folder));
    try (RoleProcess up =
        RoleProcess.start(folder, "up", "--data", "broker", "--rate", "0", "--no-autopilot")) {
      up.awaitLine("ready: ");
      broker = Files.readString(folder.resolve("broker/kafka/address")).strip();
      assertThat(kafka("produce", "--count", "200", "--create-topic").code()).isZero();
      assertThat(kafka("ingest", "--once").code()).isZero();
      long next = lake.status().get("bronze").get("next_offsets").get(TOPIC + "-0").asLong();
      assertThat(kafka("produce", "--count", "200").code()).isZero();
      loseRecords(next + LOST);
      String gap = TOPIC + "/0:" + next + "-" + (next + LOST - 1);

      Outcome refused = kafka("ingest", "--once");
      assertThat(refused.code()).as(refused.err()).isEqualTo(74);
      assertThat(refused.err()).contains("4 offsets are lost", "--accept-gap " + gap);
      assertThat(kafka("ingest", "--once", "--accept-gap", TOPIC + "/0:0-3").code()).isEqualTo(74);
      assertThat(kafka("ingest", "--once", "--accept-gap", "all").code()).isEqualTo(64);

      Outcome accepted = kafka("ingest", "--once", "--accept-gap", gap);
      assertThat(accepted.code()).as(accepted.err()).isZero();
      assertThat(kafka("ingest", "--once", "--accept-gap", gap).code()).isZero();
    }
    everyFigureIsProvenAndTheGapIsShown();
  }

  private void everyFigureIsProvenAndTheGapIsShown() throws Exception {
    try (RoleProcess runner = RoleProcess.start(folder, "runner", "--data", "lake")) {
      runner.awaitLine("serving trigger files");
      assertThat(lake.trigger("silver", "s").code()).isZero();
      assertThat(lake.trigger("gold", "g").code()).isZero();
    }
    JsonNode status = lake.status();
    assertThat(StagedLake.total(status, "read")).isEqualTo(400 - LOST);
    assertThat(status.get("bronze").get("accepted_gaps")).hasSize(1);

    Outcome audit = lake.run("audit", "--json");
    assertThat(audit.code()).as(audit.err()).isZero();
    assertThat(audit.json().get("intact").asBoolean()).isTrue();
    JsonNode gap = audit.json().get("accepted_gaps").get(0);
    assertThat(gap.get("until").asLong() - gap.get("from").asLong()).isEqualTo(LOST);
    assertThat(lake.run("audit").out()).contains("4 offsets lost in Kafka and accepted as such");
  }

  private Outcome kafka(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--bootstrap", broker, "--topic", TOPIC));
    return lake.run(all.toArray(String[]::new));
  }

  private void loseRecords(long below) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      admin
          .deleteRecords(Map.of(new TopicPartition(TOPIC, 0), RecordsToDelete.beforeOffset(below)))
          .all()
          .get();
    }
  }
}
