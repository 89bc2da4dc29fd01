package io.orderlake.bootstrap.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The containers' health check, where a program that only says what it was asked answers. */
class HealthyTest {
  private static final Path HEALTHY =
      Path.of(System.getProperty("orderlake.home"), "docker", "orderlake", "healthy");

  @TempDir Path folder;

  @BeforeEach
  void a_role_that_works() throws IOException {
    Files.writeString(folder.resolve("heartbeat"), "now\n");
    checkSays("check: ok, 0 findings, 2 limits looked at", 0);
  }

  @Test
  void a_role_is_healthy_while_it_shows_that_it_works() throws Exception {
    assertThat(healthy()).isZero();
    assertThat(healthy("runner")).isZero();
    assertThat(folder.resolve("asked")).hasContent("check --only runner");

    FileTime before = FileTime.from(Instant.now().minusSeconds(3_600));
    Files.setLastModifiedTime(folder.resolve("heartbeat"), before);
    assertThat(healthy()).isEqualTo(1);
    assertThat(healthy("runner")).isEqualTo(1);
    Files.delete(folder.resolve("heartbeat"));
    assertThat(healthy()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "check: bad, 1 finding, 2 limits looked at|2|1",
        "check: warn, 1 finding, 2 limits looked at|1|0",
        "bash: some syntax error|2|0",
        "the JVM could not start|1|0",
        "there is no lake|69|0",
      })
  void a_lake_that_somebody_should_look_at_now_is_not(String says, int code, int expected)
      throws Exception {
    checkSays(says, code);

    assertThat(healthy("runner", "requests")).isEqualTo(expected);
    assertThat(folder.resolve("asked")).hasContent("check --only runner,requests");
    assertThat(healthy()).isZero();
  }

  private void checkSays(String text, int code) throws IOException {
    Path program = folder.resolve("orderlake");
    Files.writeString(
        program,
        "#!/bin/sh\necho \"$*\" >'"
            + folder.resolve("asked")
            + "'\necho '"
            + text
            + "'\nexit "
            + code
            + "\n");
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private int healthy(String... parts) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("sh", HEALTHY.toString()));
    command.addAll(List.of(parts));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("ORDERLAKE_HEARTBEAT", folder.resolve("heartbeat").toString());
    builder.environment().merge("PATH", folder.toString(), (path, first) -> first + ":" + path);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).doesNotContain("not found");
    return process.waitFor();
  }
}
