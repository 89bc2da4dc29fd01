package io.orderlake.benchmarks.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.orderlake.benchmarks.section.BenchFailure;
import io.vavr.collection.HashMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgramTest {
  private static final Duration LONG = Duration.ofMinutes(10);

  @TempDir Path home;

  /** In the place of the launcher: does what its first argument says. */
  @BeforeEach
  void launcher() throws IOException {
    Path launcher = home.resolve("orderlake");
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        case $1 in
          serve) echo "ready: on port 1" >&2; exec sleep 600 ;;
          fail) echo "no lake there"; exit 66 ;;
          tell) echo "$GREETING"; exit 0 ;;
        esac
        """);
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private Program start(String role) throws IOException {
    return Program.start(home, HashMap.of("GREETING", "good day"), role);
  }

  @Test
  void a_line_that_it_says_is_found_with_its_time_and_closing_ends_it() throws Exception {
    Program program = start("serve");
    long pid = program.pid();
    try (program) {
      Program.Line line = program.awaitLine(text -> text.startsWith("ready: "), LONG);

      assertThat(line.text()).isEqualTo("ready: on port 1");
      assertThat(line.after()).isPositive();
    }
    assertThat(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)).isFalse();
  }

  @Test
  void its_end_in_good_order_is_waited_for() throws Exception {
    try (Program program = start("tell")) {
      assertThat(program.awaitEnd(LONG)).isPositive();
      assertThat(program.lines().map(Program.Line::text)).containsExactly("good day");
    }
  }

  @Test
  void one_that_fails_is_told_with_its_last_words() throws Exception {
    try (Program program = start("fail")) {
      assertThatThrownBy(() -> program.awaitEnd(LONG))
          .isInstanceOf(BenchFailure.class)
          .hasMessageContaining("exit code 66")
          .hasMessageContaining("no lake there");
      assertThatThrownBy(() -> program.awaitLine(text -> text.equals("ready"), LONG))
          .isInstanceOf(BenchFailure.class);
    }
  }
}
