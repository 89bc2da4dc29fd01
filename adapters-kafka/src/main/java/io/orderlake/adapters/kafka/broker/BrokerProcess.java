package io.orderlake.adapters.kafka.broker;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How to start the broker's child process.
 *
 * @param classPath directories of classes and directories of jars ({@code lib/*}) of the broker
 * @param dir where the broker keeps its data; created when absent
 * @param port the clients' port on loopback; 0 for a free one
 * @param logFile what the broker says goes here, appended
 * @param readyWithin how long to wait for it to take requests
 */
public record BrokerProcess(
    List<String> classPath, Path dir, int port, Path logFile, Duration readyWithin) {
  private static final int HEAP_MEGABYTES = 256;

  public BrokerProcess {
    classPath = List.copyOf(classPath);
  }

  /** The class path as the build lays it out below the broker module's {@code target}. */
  public static List<String> classPathIn(Path target) {
    return List.of(target.resolve("classes").toString(), target.resolve("lib") + "/*");
  }

  /**
   * Where the command line is to be run. Kafka takes its directory for a list with commas between,
   * so it gets a name without what lies above.
   */
  Path workingDirectory() {
    Path parent = dir.toAbsolutePath().getParent();
    return parent == null ? dir.toAbsolutePath() : parent;
  }

  /**
   * The command line. The child ignores the terminal's interrupt and hang-up, which go to the whole
   * process group: its parent decides when it ends, after it has flushed what is under way.
   */
  List<String> command() {
    return List.of(
        "sh",
        "-c",
        "trap '' INT HUP; exec \"$0\" \"$@\"",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xms64m",
        "-Xmx" + HEAP_MEGABYTES + "m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "-XX:-UsePerfData",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-Dfile.encoding=UTF-8",
        "-Duser.language=en",
        "-Duser.country=US",
        "-Duser.timezone=UTC",
        "-cp",
        classPath.stream()
            .map(part -> Path.of(part).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator)),
        "io.orderlake.broker.EmbeddedBrokerMain",
        "--dir",
        dir.toAbsolutePath().getFileName().toString(),
        "--port",
        Integer.toString(port));
  }
}
