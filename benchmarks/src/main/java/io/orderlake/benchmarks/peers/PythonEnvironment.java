package io.orderlake.benchmarks.peers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.orderlake.benchmarks.measure.Cost;
import io.orderlake.benchmarks.measure.Trial;
import io.orderlake.benchmarks.section.BenchContext;
import io.orderlake.benchmarks.section.BenchFailure;
import io.vavr.Lazy;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The peers that are Python packages, in an environment of their own that is made on first use. */
public final class PythonEnvironment {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final BenchContext context;
  private final Path scripts;
  private final Lazy<Path> python;

  public PythonEnvironment(BenchContext context) {
    this.context = context;
    this.scripts = context.home().resolve("benchmarks").resolve("peers");
    this.python = Lazy.of(this::install);
  }

  /**
   * Runs one of the peers' scripts to its end, and takes what it says of itself: its interpreter's
   * start is left out, as Java's is for the others.
   *
   * @return the turn; the version of the program is among the facts
   */
  public Trial run(String script, List<String> arguments) {
    List<String> command =
        arguments.prependAll(List.of(python.get().toString(), scripts.resolve(script).toString()));
    Path output = context.work().resolve("peer-output");
    try {
      execute(command, output);
      List<String> lines = List.ofAll(Files.readAllLines(output));
      JsonNode cost = JSON.readTree(lines.last());
      return Trial.of(context.rows(), cost(cost)).withFact("version", cost.get("version").asText());
    } catch (IOException e) {
      throw new BenchFailure(script, e);
    }
  }

  private static Cost cost(JsonNode cost) {
    return new Cost(
        duration(cost.get("seconds")),
        Option.of(duration(cost.get("cpu_seconds"))),
        Option.when(cost.hasNonNull("peak_memory"), () -> cost.get("peak_memory").asLong()));
  }

  private static Duration duration(JsonNode seconds) {
    return Duration.ofNanos((long) (seconds.asDouble() * 1e9));
  }

  private Path install() {
    context.screen().progress("installing the peers…");
    Path environment = context.emptyDirectory("venv");
    Path log = context.work().resolve("venv.log");
    Path installed = environment.resolve("bin").resolve("python");
    try {
      execute(List.of("python3", "-m", "venv", environment.toString()), log);
      execute(
          List.of(installed.toString(), "-m", "pip", "install", "--quiet", "-r")
              .append(scripts.resolve("requirements.txt").toString()),
          log);
      return installed;
    } catch (IOException e) {
      throw new BenchFailure("installing the peers; --peers needs Python 3.10 or newer", e);
    }
  }

  private static void execute(List<String> command, Path output) throws IOException {
    Process process =
        new ProcessBuilder(command.asJava())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (process.waitFor() != 0) {
        throw new IOException(command.mkString(" ") + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
