package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake is compacted by a trigger file while it runs; all that is read of it stays. */
class CompactedLakeTest {
  private static final int COMMITS = 4;
  private static final long EVENTS = 250;

  @TempDir Path folder;

  @Test
  void a_running_lake_reads_the_same_before_and_after_and_goes_on() throws Exception {
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    try (RoleProcess up = RoleProcess.start(folder, "up", "--data", "lake", "--rate", "0")) {
      up.awaitLine("ready: ");
      for (int i = 1; i <= COMMITS; i++) {
        long read = i * EVENTS;
        lake.publish(EVENTS);
        lake.await(status -> StagedLake.total(status, "read") == read);
      }
      lake.await(StagedLake::isCaughtUp);
      List<JsonNode> gold = lake.gold().findValues("cells");
      Iterable<JsonNode> quarantine = quarantined(lake);
      Set<String> bronze = liveFiles("bronze/orders");
      assertThat(bronze).hasSizeGreaterThanOrEqualTo(COMMITS);

      Outcome compacted = lake.trigger("compact", "compact-1");
      assertThat(compacted.code()).as(compacted.out() + compacted.err()).isZero();
      assertThat(liveFiles("bronze/orders"))
          .as("as many files as ingest dates")
          .hasSizeLessThanOrEqualTo(2)
          .doesNotContainAnyElementsOf(bronze);
      assertThat(liveFiles("silver/quarantine")).hasSizeLessThanOrEqualTo(2);

      JsonNode rested = lake.await(StagedLake::isCaughtUp);
      assertThat(StagedLake.total(rested, "read")).isEqualTo(COMMITS * EVENTS);
      assertThat(lake.gold().findValues("cells")).isEqualTo(gold).hasSize(2);
      assertThat(quarantined(lake)).containsExactlyInAnyOrderElementsOf(quarantine).isNotEmpty();

      lake.publish(EVENTS);
      JsonNode grown =
          lake.await(
              status ->
                  StagedLake.total(status, "read") == (COMMITS + 1) * EVENTS
                      && StagedLake.isCaughtUp(status));
      assertThat(lake.goldEvents()).containsOnly(StagedLake.total(grown, "refined"));
      assertThat(up.stop()).isZero();
    }
  }

  private static Iterable<JsonNode> quarantined(StagedLake lake) throws Exception {
    return lake.run("quarantine", "list", "--limit", "10000", "--json").json().get("newest");
  }

  private Set<String> liveFiles(String table) throws Exception {
    return new LiveFiles(folder.resolve("lake")).of(table);
  }
}
