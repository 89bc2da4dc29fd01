package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} is killed in the middle and started again: nothing lost, nothing twice, no hand. */
class KilledAndStartedAgainTest {
  @TempDir Path folder;

  @Test
  void a_lakehouse_that_was_killed_goes_on_where_it_was() throws Exception {
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    try (RoleProcess first = up()) {
      first.awaitLine("ready: ");
      lake.publish(1_500);
      lake.await(status -> nextOffsets(status).size() > 0);
      first.kill();
      startedAgainAtOnceItGoesOn(lake);
    }
    assertThat(folder.resolve("lake/kafka/address")).doesNotExist();
    assertThat(folder.resolve("lake/checkpoints")).doesNotExist();
    assertThat(folder.resolve("work"))
        .isDirectoryRecursivelyContaining("glob:**/lake-*/checkpoints/spark/silver-event-ids/*")
        .isDirectoryRecursivelyContaining("glob:**/lake-*/logs/up.log");
  }

  /** What can be made anew lies elsewhere than the lake. */
  private RoleProcess up() throws IOException {
    return RoleProcess.start(
        folder,
        Map.of("ORDERLAKE_WORK", folder.resolve("work").toString()),
        "up",
        "--data",
        "lake",
        "--rate",
        "0");
  }

  /** While the broker of the one that was killed may still be ending. */
  private void startedAgainAtOnceItGoesOn(StagedLake lake) throws Exception {
    try (RoleProcess second = up()) {
      second.awaitLine("ready: ");
      lake.publish(1_500);
      JsonNode settled =
          lake.await(status -> read(status) >= 3_000 && StagedLake.isCaughtUp(status));

      assertThat(nextOffsets(settled)).isEqualTo(acknowledgedEnds());
      assertThat(read(settled)).isEqualTo(3_000);
      assertThat(lake.goldEvents()).containsOnly(StagedLake.total(settled, "refined"));

      String malformed = "{\"protocol\":1,\"run_id\":\"by-hand\",\"job\":\"sliver\"}";
      Path pending = folder.resolve("lake/triggers/pending");
      Path written = Files.writeString(pending.resolveSibling("tmp").resolve("x"), malformed);
      Files.move(written, pending.resolve("by-hand.json"));
      Outcome asked = lake.trigger("gold", "asked-once");
      Outcome again = lake.trigger("gold", "asked-once");
      assertThat(asked.code()).as(asked.err()).isZero();
      assertThat(again.json()).isEqualTo(asked.json());
      assertThat(folder.resolve("lake/triggers/rejected")).isNotEmptyDirectory();

      assertThat(second.stop()).isZero();
    }
  }

  /** By partition, one more than the highest offset that Kafka acknowledged. */
  private Map<String, Long> acknowledgedEnds() throws Exception {
    Map<String, Long> ends = new TreeMap<>();
    List<String> lines = Files.readAllLines(folder.resolve("acks.jsonl"), StandardCharsets.UTF_8);
    assertThat(lines).hasSize(3_000);
    for (String line : lines) {
      JsonNode ack = new ObjectMapper().readTree(line);
      ends.merge(
          ack.get("topic").asText() + "-" + ack.get("partition").asInt(),
          ack.get("offset").asLong() + 1,
          Math::max);
    }
    return ends;
  }

  private static Map<String, Long> nextOffsets(JsonNode status) {
    Map<String, Long> offsets = new TreeMap<>();
    status
        .get("bronze")
        .get("next_offsets")
        .fields()
        .forEachRemaining(field -> offsets.put(field.getKey(), field.getValue().asLong()));
    return offsets;
  }

  private static long read(JsonNode status) {
    return StagedLake.total(status, "read");
  }
}
