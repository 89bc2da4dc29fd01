package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code up} is killed in the middle and started again: nothing lost, nothing twice, no hand. */
class KilledAndStartedAgainTest {
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir Path folder;

  @Test
  void a_lakehouse_that_was_killed_goes_on_where_it_was() throws Exception {
    CommandLineStage stage = new CommandLineStage(folder);
    try (UpProcess first = UpProcess.start(folder, "--data", "lake", "--rate", "0")) {
      first.awaitReady();
      publish(stage, 1_500);
      await(stage, status -> nextOffsets(status).size() > 0);
      first.kill();
    }
    try (UpProcess second = UpProcess.start(folder, "--data", "lake", "--rate", "0")) {
      second.awaitReady();
      publish(stage, 1_500);
      JsonNode settled = await(stage, status -> read(status) >= 3_000 && isCaughtUp(status));

      assertThat(nextOffsets(settled)).isEqualTo(acknowledgedEnds());
      assertThat(read(settled)).isEqualTo(3_000);
      assertThat(goldEvents(stage)).containsOnly(total(settled, "refined"));

      String malformed = "{\"protocol\":1,\"run_id\":\"by-hand\",\"job\":\"sliver\"}";
      Path pending = folder.resolve("lake/triggers/pending");
      Path written = Files.writeString(pending.resolveSibling("tmp").resolve("x"), malformed);
      Files.move(written, pending.resolve("by-hand.json"));
      Outcome asked = trigger(stage, "gold", "asked-once");
      Outcome again = trigger(stage, "gold", "asked-once");
      assertThat(asked.code()).as(asked.err()).isZero();
      assertThat(again.json()).isEqualTo(asked.json());
      assertThat(folder.resolve("lake/triggers/rejected")).isNotEmptyDirectory();

      assertThat(second.stop()).isZero();
    }
    assertThat(folder.resolve("lake/kafka/address")).doesNotExist();
  }

  private static Outcome trigger(CommandLineStage stage, String job, String id) {
    return stage.run("trigger", job, "--run-id", id, "--wait", "--data", "lake", "--json");
  }

  private void publish(CommandLineStage stage, long count) {
    Outcome produced =
        stage.run("produce", "--data", "lake", "--count", "" + count, "--ack-log", "acks.jsonl");
    assertThat(produced.code()).as(produced.err()).isZero();
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

  private static List<Long> goldEvents(CommandLineStage stage) throws Exception {
    JsonNode gold = stage.run("gold", "--data", "lake", "--json").json();
    return gold.get("tables").findValues("total").stream()
        .map(total -> total.get("events").asLong())
        .toList();
  }

  private static JsonNode await(CommandLineStage stage, Predicate<JsonNode> wanted)
      throws Exception {
    long end = System.nanoTime() + PATIENCE.toNanos();
    JsonNode status = stage.run("status", "--data", "lake", "--json").json();
    while (!wanted.test(status)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the lake did not get there: " + status);
      }
      Thread.sleep(200);
      status = stage.run("status", "--data", "lake", "--json").json();
    }
    return status;
  }

  private static long read(JsonNode status) {
    return total(status, "read");
  }

  private static long total(JsonNode status, String name) {
    return status.get("lake").get("totals").get(name).asLong();
  }

  private static boolean isCaughtUp(JsonNode status) {
    for (JsonNode projection : status.get("projections")) {
      if (projection.get("behind").asLong() > 0 || projection.get("upstream").asLong() < 0) {
        return false;
      }
    }
    return true;
  }
}
