package io.orderlake.benchmarks.measure;

import io.vavr.collection.List;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** Programs in a Java of their own, with the class path and the heap of this one. */
public final class JavaChild {
  /** How a Java is started. */
  public enum Start {
    /** As Orderlake's launcher started this one. */
    LAUNCHER,
    /** With Java's defaults, and the packages opened that Spark's own launcher opens. */
    PLAIN;

    private boolean passes(String option) {
      return this == LAUNCHER
          || !(option.startsWith("-XX:")
              || option.startsWith("-Xshare")
              || option.startsWith("-Xlog"));
    }
  }

  private static final String LOG = "-Dorderlake.log.file=";

  private JavaChild() {}

  /**
   * Runs a main class to its end, from the start of its Java.
   *
   * @param output where what it prints goes
   * @param log where its log goes
   * @throws IOException when it fails; the message has what it printed
   */
  public static Cost run(Start start, Class<?> main, List<String> arguments, Path output, Path log)
      throws IOException, InterruptedException {
    List<String> command =
        List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
            .appendAll(options().filter(start::passes))
            .append(LOG + log)
            .append("-cp")
            .append(System.getProperty("java.class.path"))
            .append(main.getName())
            .appendAll(arguments);
    try {
      return Meter.child(
          new ProcessBuilder(command.asJava())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile()));
    } catch (IOException e) {
      throw new IOException(main.getSimpleName() + " failed: " + Files.readString(output), e);
    }
  }

  private static List<String> options() {
    return List.ofAll(ManagementFactory.getRuntimeMXBean().getInputArguments())
        .filter(option -> !option.startsWith(LOG));
  }
}
