package io.orderlake.bootstrap.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.orderlake.adapters.objectstore.server.SharedGcsServer;
import io.orderlake.adapters.objectstore.server.SharedS3Server;
import io.orderlake.bootstrap.cli.CommandLineStage;
import io.orderlake.bootstrap.cli.CommandLineStage.Outcome;
import io.orderlake.bootstrap.docs.ShellText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page on lakes in buckets, played from nothing; then the machine is lost. */
class LakeInABucketTest {
  @TempDir static Path server;
  @TempDir Path folder;

  @RegisterExtension static final SharedS3Server S3 = new SharedS3Server(() -> server);

  @RegisterExtension
  static final SharedGcsServer GCS = new SharedGcsServer(() -> server.resolve("gcs"));

  @Test
  void a_lake_in_a_bucket_outlives_its_process_and_its_machine() throws Exception {
    String page = page().split("## With Airflow", 2)[0];
    new PageFolder(folder).prepare(page, content -> content);
    List<ShellText.Step> steps = List.copyOf(ShellText.steps(page).values());
    assertThat(steps).hasSize(4);
    StagedLake lake = new StagedLake(stage("cloud.yaml"));
    lake.play(steps.get(0));
    try (RoleProcess up = up("cloud.yaml")) {
      up.awaitLine("ready: ");
      lake.play(steps.get(1));
      lake.await(status -> StagedLake.total(status, "read") >= 1);
      up.kill();
    }
    try (RoleProcess again = up("cloud.yaml")) {
      again.awaitLine("ready: ");
      JsonNode settled =
          lake.await(
              status -> StagedLake.total(status, "read") == 1_000 && StagedLake.isCaughtUp(status));
      lake.play(steps.get(2));
      lake.play(steps.get(3));
      assertThat(lake.goldEvents()).containsOnly(StagedLake.total(settled, "refined"));
      assertThat(lake.succeed("maintain").out()).isNotEmpty();
      assertThat(again.stop()).isZero();
    }

    Outcome elsewhere = stage("cloud.yaml").run("audit", "--data", "another-machine");
    assertThat(elsewhere.code()).as(elsewhere.err() + elsewhere.out()).isZero();
    assertThat(folder.resolve("another-machine")).doesNotExist();
    assertThat(folder.resolve("lake/lake.json")).doesNotExist();
    assertThat(folder.resolve("lake/runs/journal")).doesNotExist();
    assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("${"));
    assertThat(filesThatTell(secret())).isEmpty();
  }

  @Test
  void a_lake_on_googles_store_is_made_and_proven_as_the_page_says() throws Exception {
    String section = page().split("## On Google Cloud", 2)[1].split("\n## ", 2)[0];
    new PageFolder(folder).prepare(section, content -> content);
    List<ShellText.Step> steps = List.copyOf(ShellText.steps(section).values());
    assertThat(steps).hasSize(4);
    StagedLake lake = new StagedLake(stage("google.yaml"));
    lake.play(steps.get(0));
    try (RoleProcess up = up("google.yaml")) {
      up.awaitLine("ready: ");
      lake.play(steps.get(1));
      lake.await(
          status -> StagedLake.total(status, "read") == 1_000 && StagedLake.isCaughtUp(status));
      assertThat(up.stop()).isZero();
    }
    lake.play(steps.get(2));
    lake.play(steps.get(3));
    assertThat(folder.resolve("lake/lake.json")).doesNotExist();
  }

  /** With these servers' addresses, and buckets of theirs. */
  private static String page() throws IOException {
    return Files.readString(CommandLineStage.HOME.resolve("docs/cloud.md"))
        .replace("s3a://orders/eu", S3.server().root("eu"))
        .replace("http://127.0.0.1:7070", S3.server().endpoint().toString())
        .replace("gs://orders/us", GCS.server().root("us"))
        .replace("http://127.0.0.1:4443", GCS.server().endpoint().toString());
  }

  private static String secret() {
    return S3.server().settings().get("fs.s3a.secret.key");
  }

  /** What the roles have left on this machine, and in the bucket. */
  private List<Path> filesThatTell(String secret) throws IOException {
    try (Stream<Path> here = Files.walk(folder);
        Stream<Path> stored = Files.walk(server)) {
      return Stream.concat(here, stored)
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("cloud.yaml"))
          .filter(file -> holds(file, secret))
          .toList();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), ISO_8859_1).contains(text);
    } catch (IOException e) {
      return false;
    }
  }

  private CommandLineStage stage(String configuration) {
    return new CommandLineStage(folder)
        .with("ORDERLAKE_CONFIG", folder.resolve(configuration).toString());
  }

  private RoleProcess up(String configuration) throws IOException {
    return RoleProcess.start(
        folder, Map.of("ORDERLAKE_CONFIG", configuration), "up", "--data", "lake", "--rate", "0");
  }
}
