package io.orderlake.bootstrap.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a process of the program says, and to whom, where its streams or its files give trouble. */
class ProcessOutputTest {
  private static final Path FULL = Path.of("/dev/full");

  @TempDir Path folder;

  @Test
  void results_that_are_cut_off_by_a_full_disk_are_no_success() throws Exception {
    assumeTrue(Files.exists(FULL), "a device that is always full");

    Process process = start(Redirect.to(FULL.toFile()), "config");

    assertThat(process.waitFor()).isEqualTo(75);
    assertThat(complaints()).contains("the disk is full", "standard output is cut off");
  }

  @Test
  void a_reader_that_has_seen_enough_is_no_trouble() throws Exception {
    Process process = start(Redirect.PIPE, "config");
    process.getInputStream().close();

    assertThat(process.waitFor()).isZero();
    assertThat(complaints()).isEmpty();
  }

  @Test
  void a_lake_may_lie_under_any_name() throws Exception {
    Path data = folder.resolve("p%20b");

    assertThat(start(Redirect.DISCARD, "init", "--data", data.toString()).waitFor()).isZero();
    assertThat(complaints()).doesNotContain("StatusLogger");
    assertThat(data.resolve("lake.json")).exists();
  }

  @Test
  void a_log_that_cannot_be_where_the_lake_would_be_is_where_the_last_line_says() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));

    Process process = start(Redirect.DISCARD, "init", "--data", file.resolve("lake").toString());

    assertThat(process.waitFor()).isEqualTo(74);
    assertThat(complaints().lines().toList()).hasSizeLessThanOrEqualTo(2);
    String last = complaints().lines().reduce((one, next) -> next).orElseThrow();
    assertThat(last).startsWith("The log is in ");
    assertThat(Path.of(last.substring("The log is in ".length()))).exists();
  }

  private Process start(Redirect results, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "-Djava.io.tmpdir=" + folder,
            "-Dlog4j2.configurationFile=log4j2.xml",
            "-Dorderlake.home=" + CommandLineStage.HOME,
            "-cp",
            System.getProperty("java.class.path"),
            "io.orderlake.bootstrap.Main"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(results)
            .redirectError(folder.resolve("complaints").toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("ORDERLAKE_"));
    return builder.start();
  }

  private String complaints() throws IOException {
    return Files.readString(folder.resolve("complaints"));
  }
}
