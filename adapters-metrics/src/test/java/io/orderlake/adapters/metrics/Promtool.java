package io.orderlake.adapters.metrics;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Prometheus' own tool for checking metrics and rules. */
final class Promtool {
  private Promtool() {}

  /**
   * What it said.
   *
   * @param text on both of its outputs
   */
  record Answer(int exitCode, String text) {}

  /** Asks it; the test is skipped where there is none. */
  static Answer ask(byte[] input, String... arguments) throws IOException, InterruptedException {
    assumeTrue(
        isThere(), "promtool is not installed: apt-get install --no-install-recommends prometheus");
    List<String> command = new ArrayList<>(List.of("promtool"));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var in = process.getOutputStream()) {
      in.write(input);
    }
    String text = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Answer(process.waitFor(), text);
  }

  private static boolean isThere() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "promtool")));
  }
}
