package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.adapters.kafka.StrangersBroker;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Somebody's own Kafka, which would make any topic that it is asked after. */
class NothingUnaskedTest {
  @TempDir private static Path folder;
  private static StrangersBroker broker;
  private final CommandLineStage stage = new CommandLineStage(folder);

  @BeforeAll
  static void start() throws Exception {
    broker = StrangersBroker.start(folder.resolve("stranger"));
  }

  @AfterAll
  static void stop() {
    broker.close();
  }

  @Test
  void no_role_makes_a_topic_there_and_each_says_how_one_is_made() throws Exception {
    for (String[] role :
        new String[][] {
          {"produce", "--count", "1"}, {"produce", "--rate", "1"}, {"ingest", "--once"}, {"up"}
        }) {
      Outcome outcome = kafka("missing", role);
      assertThat(outcome.code()).as(outcome.err()).isEqualTo(69);
      assertThat(outcome.err()).contains("there is no topic 'missing'", "--create-topic");
    }
    assertThat(broker.topics()).doesNotContain("missing");
  }

  @Test
  void synthetic_orders_go_there_by_an_explicit_word_only() throws Exception {
    Outcome made = kafka("asked", "produce", "--count", "10", "--create-topic");
    assertThat(made.code()).as(made.err()).isZero();
    assertThat(made.err()).contains("created topic asked with 4 partitions");

    Outcome refused = kafka("asked", "produce");
    assertThat(refused.code()).isEqualTo(64);
    assertThat(refused.err()).contains("not this lake's own broker", "--count", "--rate");

    try (RoleProcess up =
        RoleProcess.start(
            folder, "up", "--data", "lake", "--bootstrap", broker.plain(), "--topic", "asked")) {
      up.awaitLine("no synthetic orders are published");
      up.awaitLine("ready: ");
      StagedLake lake = new StagedLake(stage);
      lake.await(status -> StagedLake.total(status, "read") == 10);
      assertThat(up.stop()).isZero();
    }
    assertThat(broker.topics()).contains("asked");
  }

  @Test
  void the_lakes_own_broker_is_told_from_another_one_at_its_address() throws Exception {
    Path address = Files.createDirectories(folder.resolve("moved/kafka")).resolve("address");
    Files.writeString(address, broker.plain());

    Outcome outcome = stage.run("produce", "--count", "1", "--data", "moved");
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err()).contains("is not the one that `up` ran for the lake");
  }

  @Test
  void a_lake_of_sources_alone_has_no_topic_for_events_of_the_contract() throws Exception {
    Files.writeString(
        folder.resolve("own.yaml"),
        """
        kafka.topic: ""
        sources.shop: {topics: shop, product: p, quantity: q, unit_price: u, city: c, event_time: t}
        """);
    Outcome outcome =
        stage.run(
            "produce",
            "--count",
            "1",
            "--create-topic",
            "--data",
            "shops",
            "--config",
            "own.yaml",
            "--bootstrap",
            broker.plain());
    assertThat(outcome.code()).isEqualTo(69);
    assertThat(outcome.err()).contains("kafka.topic is blank; name one with --topic");
    assertThat(broker.topics()).contains("shop");
  }

  private Outcome kafka(String topic, String... role) {
    String[] all = java.util.Arrays.copyOf(role, role.length + 6);
    System.arraycopy(
        new String[] {"--bootstrap", broker.plain(), "--topic", topic, "--data", "lake"},
        0,
        all,
        role.length,
        6);
    return stage.run(all);
  }
}
