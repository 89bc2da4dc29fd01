package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The watcher in a process of its own, as containers have it, beside a lake that has none. */
class RolesApartTest {
  @TempDir Path folder;

  @Test
  void a_watcher_in_a_process_of_its_own_keeps_gold_fresh_and_shows_that_it_is_alive()
      throws Exception {
    StagedLake lake = new StagedLake(new CommandLineStage(folder));
    Path heartbeat = folder.resolve("heartbeat");
    try (RoleProcess up =
        RoleProcess.start(folder, "up", "--data", "lake", "--rate", "0", "--no-autopilot")) {
      up.awaitLine("ready: ");
      try (RoleProcess watch =
          RoleProcess.start(
              folder,
              Map.of("ORDERLAKE_HEARTBEAT", heartbeat.toString()),
              "watch",
              "--data",
              "lake")) {
        watch.awaitLine("watching the lake");
        lake.publish(500);

        JsonNode settled =
            lake.await(
                status -> StagedLake.total(status, "read") == 500 && StagedLake.isCaughtUp(status));

        assertThat(lake.goldEvents()).containsOnly(StagedLake.total(settled, "refined"));
        assertThat(heartbeat).isNotEmptyFile();
        assertThat(watch.stop()).isZero();
      }
      assertThat(up.stop()).isZero();
    }
  }

  /** It is read before it is known where the log goes. */
  @Test
  void a_value_table_that_the_configuration_reads_does_not_take_the_log_elsewhere()
      throws Exception {
    Path table = Files.writeString(folder.resolve("products.csv"), "sku,product\nC-1,Cup\n");
    Path config = folder.resolve("own.yaml");
    Files.writeString(
        config,
        """
        sources:
          shop:
            topics: [shop-orders]
            product: {at: /sku, table: "%s"}
            quantity: /qty
            unit_price: /price
            city: /city
            event_time: /at
        """
            .formatted(table.toString().replace('\\', '/')));
    try (RoleProcess up =
        RoleProcess.start(
            folder,
            Map.of("ORDERLAKE_CONFIG", config.toString()),
            "up",
            "--data",
            "lake",
            "--rate",
            "0")) {
      up.awaitLine("ready: ");
      assertThat(up.stop()).isZero();
    }

    assertThat(folder.resolve("lake/logs/up.log")).isNotEmptyFile();
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("${"));
  }
}
