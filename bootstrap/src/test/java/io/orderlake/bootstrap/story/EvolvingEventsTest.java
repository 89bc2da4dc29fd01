package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.domain.lake.LayoutVersion;
import io.orderlake.domain.lake.TableId;
import io.orderlake.domain.table.LakeTables;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Producers of all versions of the event feed one lake; a program that is too old leaves it. */
class EvolvingEventsTest {
  @TempDir Path folder;

  @Test
  void events_of_all_versions_add_up_and_a_layout_to_come_is_refused_while_the_runner_works()
      throws Exception {
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    try (RoleProcess up = RoleProcess.start(folder, "up", "--data", "lake", "--rate", "0")) {
      up.awaitLine("ready: ");
      BigDecimal expected = published(lake, "2").add(published(lake, "3"));
      lake.await(
          status -> StagedLake.total(status, "read") == 400 && StagedLake.isCaughtUp(status));

      for (JsonNode total : lake.gold().get("tables").findValues("total")) {
        assertThat(new BigDecimal(total.get("revenue").asText())).isEqualByComparingTo(expected);
      }
      Outcome audit = lake.run("audit");
      assertThat(audit.code()).as(audit.out() + audit.err()).isZero();

      int newer = raiseLayout(folder.resolve("lake/silver/orders/_delta_log"));
      Outcome refused = lake.trigger("silver", "by-hand");
      assertThat(refused.code()).as(refused.out()).isEqualTo(74);
      assertThat(refused.out() + refused.err())
          .contains("silver/orders has layout " + newer, "Use the newer Orderlake");
      assertThat(up.stop()).isZero();
    }
  }

  /** Publishes 200 events; what they must come to. */
  private static BigDecimal published(StagedLake lake, String version) throws Exception {
    Outcome produced = lake.run("produce", "--count", "200", "--schema-version", version, "--json");
    assertThat(produced.code()).as(produced.err()).isZero();
    return new BigDecimal(produced.json().get("expected").get("revenue").asText());
  }

  /** A commit as a newer program makes it. */
  private static int raiseLayout(Path log) throws IOException {
    int known = LakeTables.layout(TableId.SILVER_ORDERS).number();
    String property = "\"" + LayoutVersion.PROPERTY + "\":\"";
    String metadata =
        Files.readAllLines(log.resolve(String.format(Locale.ROOT, "%020d.json", 0))).stream()
            .filter(action -> action.contains(property + known + "\""))
            .findFirst()
            .orElseThrow();
    try (Stream<Path> commits = Files.list(log)) {
      long next = commits.filter(file -> file.toString().matches(".*/\\d{20}\\.json")).count();
      Files.writeString(
          log.resolve(String.format(Locale.ROOT, "%020d.json", next)),
          metadata.replace(property + known, property + (known + 1)) + "\n");
    }
    return known + 1;
  }
}
