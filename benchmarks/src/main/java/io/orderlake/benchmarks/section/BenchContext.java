package io.orderlake.benchmarks.section;

import io.orderlake.bootstrap.config.ConfigReader;
import io.orderlake.bootstrap.config.ConfigSources;
import io.orderlake.bootstrap.config.Entry;
import io.orderlake.bootstrap.config.LakehouseConfig;
import io.orderlake.bootstrap.config.Origin;
import io.orderlake.bootstrap.terminal.Screen;
import io.vavr.collection.HashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a section works with.
 *
 * @param screen where it speaks: notes and progress only, results are written by the report
 * @param home the project's directory
 * @param work scratch space, removed after the last section
 * @param rows events of the corpus
 * @param repetitions measurements of each contestant
 * @param peers whether programs that have to be installed are measured too
 */
public record BenchContext(
    Screen screen, Path home, Path work, long rows, int repetitions, boolean peers) {

  /** A directory under {@code work} that is empty: what an earlier call left there is removed. */
  public Path emptyDirectory(String name) {
    Path directory = work.resolve(name);
    discard(directory);
    try {
      return Files.createDirectories(directory);
    } catch (IOException e) {
      throw new BenchFailure("cannot make " + directory, e);
    }
  }

  /** Removes scratch data that is no longer needed. */
  public void discard(Path scratch) {
    if (!scratch.startsWith(work)) {
      throw new IllegalArgumentException(scratch + " is not under " + work);
    }
    try {
      Workplace.remove(scratch);
    } catch (IOException e) {
      throw new BenchFailure("cannot remove " + scratch, e);
    }
  }

  /** The build output of the embedded broker's module; the launcher says where its own lies. */
  public Path brokerBuild() {
    String launched = System.getProperty("orderlake.broker");
    return launched == null
        ? home.resolve("adapters-kafka").resolve("embedded-broker").resolve("target")
        : Path.of(launched);
  }

  /** A port of the loopback address that nobody listens on. */
  public int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new BenchFailure("no port is free", e);
    }
  }

  /**
   * Orderlake's default configuration for a lake in {@code data}, whatever this machine's files and
   * environment say.
   *
   * @param settings by key, e.g. {@code kafka.bootstrap}; win over the defaults
   */
  public LakehouseConfig config(Path data, Map<String, String> settings) {
    return config(data, Option.none(), settings);
  }

  /**
   * The same with a file of settings.
   *
   * @param file what it says counts less than {@code settings}
   */
  public LakehouseConfig config(Path data, Path file, Map<String, String> settings) {
    return config(data, Option.some(file), settings);
  }

  private LakehouseConfig config(Path data, Option<Path> file, Map<String, String> settings) {
    Map<String, Entry> options =
        settings
            .put("data", data.toString())
            .mapValues(text -> new Entry(text, new Origin.Option("bench")));
    return ConfigReader.read(new ConfigSources(work, file, HashMap.empty(), options))
        .getOrElseThrow(problems -> new BenchFailure(problems.mkString("; ")));
  }
}
