package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on clusters, played on one that knows Spark alone, and of which parts are killed. */
class LakeOnAClusterTest {
  private static final Map<String, String> CONFIGURED = Map.of("ORDERLAKE_CONFIG", "cluster.yaml");

  @TempDir Path folder;

  @Test
  void a_cluster_does_the_work_whatever_of_it_is_killed() throws Exception {
    try (SparkCluster cluster = SparkCluster.start(folder)) {
      String page = page(cluster);
      new PageFolder(folder).prepare(page, content -> content);
      List<ShellText.Step> steps = List.copyOf(ShellText.steps(page).values());
      assertThat(steps).hasSize(2);
      StagedLake lake =
          new StagedLake(
              new CommandLineStage(folder)
                  .with("ORDERLAKE_CONFIG", folder.resolve("cluster.yaml").toString()));
      try (RoleProcess up = up()) {
        up.awaitLine("ready: ");
        lake.play(steps.get(0));
        lake.await(status -> StagedLake.total(status, "read") > 0);
        cluster.killAnExecutor();
        lake.publish(1_000);
        lake.await(status -> StagedLake.total(status, "read") > 1_000);
        cluster.killAWorker();
        lake.publish(1_000);
        up.kill();
      }
      try (RoleProcess again = up()) {
        again.awaitLine("ready: ");
        cluster.killTheWorkers();
        lake.publish(1_000);
        again.awaitLine(cluster.url() + " has had no executor for 20 s");
        cluster.addWorker();
        again.awaitLine(cluster.url() + " has executors again");
        JsonNode settled =
            lake.await(
                status ->
                    StagedLake.total(status, "read") == 4_000 && StagedLake.isCaughtUp(status));
        assertThat(lake.goldEvents()).containsOnly(StagedLake.total(settled, "refined"));
        lake.play(steps.get(1));
        assertThat(again.stop()).isZero();
      }
      executorsWithoutTheProgramAreTold(cluster);
    }
  }

  private void executorsWithoutTheProgramAreTold(SparkCluster cluster) throws Exception {
    Path other = Path.of(Test.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Files.writeString(
        folder.resolve("cluster.yaml"),
        "  spark.jars: " + other + System.lineSeparator(),
        StandardOpenOption.APPEND);
    try (RoleProcess runner = RoleProcess.start(folder, CONFIGURED, "runner", "--data", "lake")) {
      assertThat(runner.awaitEnd(74))
          .contains("the executors of " + cluster.url() + " cannot run this program: ")
          .contains("they need Spark 3.5.");
    }
  }

  /** With this cluster's address. */
  private static String page(SparkCluster cluster) throws IOException {
    return Files.readString(CommandLineStage.HOME.resolve("docs/cluster.md"))
        .replace("spark://127.0.0.1:7077", cluster.url());
  }

  private RoleProcess up() throws IOException {
    return RoleProcess.start(folder, CONFIGURED, "up", "--data", "lake", "--rate", "0");
  }
}
