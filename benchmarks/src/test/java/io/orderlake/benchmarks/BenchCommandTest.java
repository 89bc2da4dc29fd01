package io.orderlake.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.bootstrap.cli.process.Shell;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BenchCommandTest {
  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();

  @TempDir private Path home;

  @Test
  void a_section_that_is_none_is_refused_and_nothing_is_left() throws Exception {
    assertThat(run("--only", "silver,bronce")).isEqualTo(64);
    assertThat(shown()).contains("there is no section bronce; there are corpus, bronze, silver");
    try (Stream<Path> left = Files.list(home.resolve("benchmarks").resolve("target"))) {
      assertThat(left.filter(Files::isDirectory)).isEmpty();
    }
  }

  @Test
  void what_runs_only_when_it_is_named_can_be_named() {
    assertThat(run("--only", "nothing")).isEqualTo(64);
    assertThat(shown()).contains("latency-watched", "freshness-told");
  }

  @Test
  void rows_and_repetitions_must_be_at_least_one() {
    assertThat(run("--rows", "0")).isEqualTo(64);
    assertThat(run("--repetitions", "0")).isEqualTo(64);
    assertThat(shown()).contains("--rows and --repetitions must be at least 1");
  }

  @Test
  void a_directory_that_cannot_be_made_is_refused_before_anything_is_measured() throws Exception {
    Files.writeString(home.resolve("file"), "mine");
    assertThat(run("--only", "nothing", "--out", "file/results")).isEqualTo(64);
    assertThat(run("--only", "nothing", "--work", "file")).isEqualTo(64);
    assertThat(shown())
        .contains("--out file/results: " + home.resolve("file") + " is no directory")
        .contains("--work file: " + home.resolve("file") + " is no directory");
  }

  @Test
  void the_role_may_be_named_as_the_launcher_does() {
    assertThat(run("bench", "--help")).isZero();
  }

  private int run(String... arguments) {
    PrintStream stream = new PrintStream(screen, true, UTF_8);
    Shell shell =
        new Shell(
            new Screen(stream, stream, false, false),
            InputStream.nullInputStream(),
            home,
            home,
            HashMap.empty());
    return Main.run(shell, arguments);
  }

  private String shown() {
    return screen.toString(UTF_8);
  }
}
