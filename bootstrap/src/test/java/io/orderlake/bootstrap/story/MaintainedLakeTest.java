package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake that takes in many small commits keeps its files few by itself, and stays exact. */
class MaintainedLakeTest {
  private static final int EVERY = 25;

  @TempDir Path folder;

  @Test
  void the_watcher_has_small_files_joined_and_maintenance_by_hand_removes_old_ones()
      throws Exception {
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    Map<String, String> settings =
        Map.of(
            "ORDERLAKE_INGEST_INTERVAL", "100ms", "ORDERLAKE_MAINTAIN_EVERY_COMMITS", "" + EVERY);
    try (RoleProcess up =
        RoleProcess.start(folder, settings, "up", "--data", "lake", "--rate", "0")) {
      up.awaitLine("ready: ");
      for (int commits = 0; commits < 2 * EVERY; commits = bronzeCommits()) {
        Outcome produced = lake.run("produce", "--rate", "100", "--duration", "2s");
        assertThat(produced.code()).as(produced.err()).isZero();
      }
      lake.await(
          status ->
              StagedLake.isCaughtUp(status)
                  && hasResult("autopilot-compact-")
                  && hasResult("autopilot-vacuum-"));
      JsonNode rested = lake.await(StagedLake::isCaughtUp);
      long read = StagedLake.total(rested, "read");
      assertThat(lake.goldEvents()).containsOnly(StagedLake.total(rested, "refined"));
      assertThat(up.stop()).isZero();
      maintenanceByHandRemovesWhatIsOld(lake, read);
    }
    readersOfWhatIsGivenUpAreTold(lake);
  }

  /** Without the watcher, which might remove it first. */
  private void maintenanceByHandRemovesWhatIsOld(StagedLake lake, long read) throws Exception {
    List<JsonNode> gold = lake.gold().findValues("cells");
    try (RoleProcess runner = RoleProcess.start(folder, "runner", "--data", "lake")) {
      runner.awaitLine("serving trigger files");
      Path orphan = plantOrphan();
      Outcome dry = lake.run("maintain", "--dry-run", "--json");
      assertThat(dry.code()).as(dry.out() + dry.err()).isZero();
      assertThat(dry.json().findValue("files_unneeded").asLong()).isEqualTo(1);
      assertThat(orphan).exists();

      Outcome maintained = lake.run("maintain", "--retention", "2d", "--json");
      assertThat(maintained.code()).as(maintained.out() + maintained.err()).isZero();
      assertThat(maintained.json().get("compact").get("state").asText()).isEqualTo("succeeded");
      assertThat(maintained.json().findValue("files_removed").asLong()).isEqualTo(1);
      assertThat(orphan).doesNotExist();
      assertThat(new LiveFiles(folder.resolve("lake")).of("bronze/orders"))
          .as("as many files as ingest dates, however many commits")
          .hasSizeLessThanOrEqualTo(2);

      assertThat(StagedLake.total(lake.status(), "read")).isEqualTo(read);
      assertThat(lake.gold().findValues("cells")).isEqualTo(gold).hasSize(2);
      assertThat(lake.run("gold", "--as-of", "2").code()).as("within the retention").isZero();
      Outcome audited = lake.run("audit");
      assertThat(audited.code()).as(audited.out() + audited.err()).isZero();
      assertThat(runner.stop()).isZero();
    }
  }

  private void readersOfWhatIsGivenUpAreTold(StagedLake lake) throws Exception {
    Files.writeString(
        folder.resolve("lake/runs/lake-versions/oldest-kept.json"), "{\"oldest_kept\":3}");
    for (String command :
        List.of(
            "gold",
            "quarantine list",
            "sql-views",
            "export revenue_by_city_hour",
            "sql from(gold.revenue_by_city_hour)")) {
      Outcome old = lake.run((command + " --as-of 2").split(" "));
      assertThat(old.code()).as(command).isEqualTo(64);
      assertThat(old.err()).contains("lake version 2", "is older than the retention", "is 3");
    }
    assertThat(lake.run("gold", "--as-of", "3").code()).isZero();
  }

  /** A file as a run left it that was killed a month ago. */
  private Path plantOrphan() throws IOException {
    Path bronze = folder.resolve("lake/bronze/orders");
    Path partition;
    try (Stream<Path> found = Files.list(bronze)) {
      partition = found.filter(file -> file.toString().contains("=")).findAny().orElseThrow();
    }
    Path orphan = Files.write(partition.resolve("part-left.zstd.parquet"), new byte[100]);
    Instant monthAgo = Instant.now().minus(Duration.ofDays(30));
    return Files.setLastModifiedTime(orphan, FileTime.from(monthAgo));
  }

  private boolean hasResult(String beginning) {
    return names("lake/triggers/results").anyMatch(name -> name.startsWith(beginning));
  }

  private int bronzeCommits() {
    return (int)
        names("lake/bronze/orders/_delta_log")
            .filter(name -> name.matches("[0-9]+\\.json"))
            .count();
  }

  private Stream<String> names(String directory) {
    String[] names = folder.resolve(directory).toFile().list();
    return names == null ? Stream.of() : Stream.of(names);
  }
}
