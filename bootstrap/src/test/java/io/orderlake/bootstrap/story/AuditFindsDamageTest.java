package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A lake that the real jobs wrote, damaged in turn with Spark's own means, and the audit of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AuditFindsDamageTest {
  private static final String EVENTS = "2000";

  private CommandLineStage stage;
  private Path lake;
  private DamagedTables damage;

  @BeforeAll
  void the_demo_is_played(@TempDir Path folder) {
    stage = new CommandLineStage(folder);
    lake = folder.resolve("lake");
    Outcome demo =
        stage.run("demo", "--data", "lake", "--events", EVENTS, "--defects", "0.3", "--seed", "7");
    assertThat(demo.code()).as(demo.out() + demo.err()).isZero();
    damage = new DamagedTables(lake);
  }

  @AfterAll
  void the_lake_is_closed() throws Exception {
    damage.close();
  }

  private Outcome audit(String... more) {
    return stage.run(
        io.vavr.collection.List.of("audit", "--data", "lake")
            .appendAll(List.of(more))
            .toJavaArray(String[]::new));
  }

  private JsonNode onlyDifference() throws Exception {
    Outcome audit = audit("--json");
    assertThat(audit.code()).as(audit.out() + audit.err()).isEqualTo(74);
    JsonNode json = audit.json();
    assertThat(json.get("intact").asBoolean()).isFalse();
    assertThat(json.get("differences")).hasSize(1);
    return json.get("differences").get(0);
  }

  @Test
  @Order(1)
  void an_intact_lake_passes() throws Exception {
    Outcome audit = audit();
    assertThat(audit.code()).as(audit.out() + audit.err()).isZero();
    assertThat(audit.out()).contains("replayed 2,000 records", "is what a replay of Bronze gives");
    assertThat(audit("--json").json().get("replayed").get("read").asText()).isEqualTo(EVENTS);
    try (Stream<Path> scratch = Files.list(lake.resolve("scratch"))) {
      assertThat(scratch).isEmpty();
    }
  }

  @Test
  @Order(2)
  void one_changed_gold_cell_is_found_and_named() throws Exception {
    DamagedTables.Row cell = damage.raiseOneCellBy("0.0001");
    try {
      JsonNode found = onlyDifference();
      assertThat(found.get("table").asText()).isEqualTo("gold/revenue_by_city_hour");
      assertThat(found.get("kind").asText()).isEqualTo("other_values");
      assertThat(found.get("count").asLong()).isEqualTo(1);
      assertThat(found.get("subject").asText()).contains(cell.named());
      assertThat(found.get("replayed").asText()).contains("revenue " + cell.before());
      assertThat(found.get("stored").asText()).contains("revenue " + cell.after());
      assertThat(found.get("source").get("topic").asText()).isEqualTo("orders");
    } finally {
      damage.publishAsBefore();
    }
  }

  @Test
  @Order(3)
  void one_changed_silver_row_is_found_and_named() throws Exception {
    DamagedTables.Row row = damage.moveOneOrderTo("Atlantis");
    try {
      JsonNode found = onlyDifference();
      assertThat(found.get("table").asText()).isEqualTo("silver/orders");
      assertThat(found.get("kind").asText()).isEqualTo("other_values");
      assertThat(found.get("subject").asText()).isEqualTo("event " + row.named());
      assertThat(found.get("replayed").asText()).isEqualTo("city '" + row.before() + "'");
      assertThat(found.get("stored").asText()).isEqualTo("city 'Atlantis'");
    } finally {
      damage.publishAsBefore();
    }
  }

  @Test
  @Order(4)
  void the_job_tells_the_same_as_its_failure_and_publishes_nothing() {
    DamagedTables.Row row = damage.moveOneOrderTo("Atlantis");
    try {
      var failure = damage.runAuditJob().getLeft();
      assertThat(failure.exitCode()).isEqualTo(74);
      assertThat(failure.message()).contains("silver/orders: 1 row", row.named(), "Atlantis");
    } finally {
      damage.publishAsBefore();
    }
    long published = damage.latest();
    assertThat(damage.runAuditJob().get().lakeVersion()).isEqualTo(published);
    assertThat(damage.latest()).isEqualTo(published);
  }

  @Test
  @Order(5)
  void one_damaged_file_of_bronze_is_found_and_named() throws Exception {
    Path file;
    try (Stream<Path> files = Files.walk(lake.resolve("bronze"))) {
      file =
          files.filter(f -> f.toString().endsWith(".parquet")).sorted().findFirst().orElseThrow();
    }
    byte[] content = Files.readAllBytes(file);
    for (int i = content.length / 4; i < content.length / 2; i++) {
      content[i] ^= 0x55;
    }
    Files.write(file, content);

    Outcome audit = audit();
    assertThat(audit.code()).isEqualTo(74);
    assertThat(audit.err()).contains(file.getFileName().toString(), "damaged", "restore it");
  }
}
