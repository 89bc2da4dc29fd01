package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
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
}
