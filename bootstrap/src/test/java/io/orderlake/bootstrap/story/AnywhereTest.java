package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way on a machine that is as strange as can be. */
class AnywhereTest {
  private static final String FIRST_COMMIT = "_delta_log/00000000000000000000.json";

  @TempDir Path folder;

  @Test
  void a_lake_is_the_same_under_strange_digits_names_zones_and_hosts() throws Exception {
    Path lake = folder.resolve("a lake, 100% [x] #1 {y}");
    assertThat(demo(lake)).as(() -> said()).isZero();
    assertThat(lake.resolve("bronze/orders").resolve(FIRST_COMMIT)).exists();
    assertThat(lake.resolve("gold/revenue_by_city_hour").resolve(FIRST_COMMIT)).exists();
    assertThat(names(lake)).isNotEmpty().allMatch(name -> name.matches("[ -~]+"));
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              lake.getFileName().toString(), "hosts", "said", "temporary files");
    }
  }

  /** The exit code of a demo where Arabic digits are usual and no host has an address. */
  private int demo(Path lake) throws Exception {
    Path hosts = Files.createFile(folder.resolve("hosts"));
    Path temporary = Files.createDirectory(folder.resolve("temporary files"));
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(a -> a.startsWith("--add-opens") || a.startsWith("-XX:+Ignore"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-Duser.language=ar",
            "-Duser.country=EG",
            "-Duser.timezone=Asia/Kathmandu",
            "-Dfile.encoding=US-ASCII",
            "-Djdk.net.hosts.file=" + hosts,
            "-Djava.io.tmpdir=" + temporary,
            "-Dlog4j2.configurationFile=log4j2.xml",
            "-Dorderlake.home=" + CommandLineStage.HOME,
            "-cp",
            System.getProperty("java.class.path"),
            "io.orderlake.bootstrap.Main",
            "demo",
            "--events=400",
            "--data=" + lake));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().put("LC_ALL", "C");
    builder.environment().put("TZ", "Nowhere/Land");
    builder.environment().put("ORDERLAKE_CONFIG", "");
    builder.environment().put("ORDERLAKE_KAFKA_PORT", "");
    Process process = builder.start();
    try {
      return process.waitFor();
    } finally {
      List<ProcessHandle> left = process.descendants().toList();
      process.destroyForcibly().waitFor();
      for (ProcessHandle child : left) {
        child.destroyForcibly();
        child.onExit().join();
      }
    }
  }

  private String said() {
    try {
      return Files.readString(folder.resolve("said"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static List<String> names(Path lake) throws IOException {
    try (Stream<Path> files = Files.walk(lake)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
