package io.orderlake.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import io.vavr.collection.LinkedHashMap;
import io.vavr.collection.Map;
import io.vavr.control.Option;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Where it was measured.
 *
 * @param properties by name, in the order of telling
 * @param versions of programs, by name
 */
public record Machine(Map<String, String> properties, Map<String, String> versions) {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final Pattern JAR_VERSION = Pattern.compile("-([0-9][0-9.]*[^-/]*)\\.jar$");
  private static final String UNKNOWN = "unknown";

  /**
   * This machine, at work on the project in {@code home}.
   *
   * @param home may be a Git work tree
   * @param brokerBuild the build output of the embedded broker
   */
  public static Machine ofThisOne(Path home, Path brokerBuild) {
    Map<String, String> properties =
        LinkedHashMap.of(
            "processor", processor(),
            "cores", String.valueOf(SYSTEM.getAvailableProcessors()),
            "memory", gibibytes(SYSTEM.getTotalMemorySize()),
            "kernel", SYSTEM.getName() + " " + SYSTEM.getVersion() + " " + SYSTEM.getArch(),
            "heap", gibibytes(Runtime.getRuntime().maxMemory()),
            "commit", commit(home));
    Map<String, String> versions =
        LinkedHashMap.of(
            "Java", System.getProperty("java.runtime.version"),
            "Spark", version(SparkSession.class),
            "Delta", version(DeltaLog.class),
            "Kafka's client", version(KafkaProducer.class),
            "Kafka's broker", brokerVersion(brokerBuild.resolve("lib")));
    return new Machine(properties, versions);
  }

  /** The load average of the last minute; negative where it is not known. */
  public static double load() {
    return SYSTEM.getSystemLoadAverage();
  }

  private static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1 << 30));
  }

  private static String processor() {
    try {
      return Option.ofOptional(
              Files.readString(Path.of("/proc/cpuinfo"))
                  .lines()
                  .filter(line -> line.startsWith("model name"))
                  .findFirst())
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .getOrElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** By the name of the jar that the class came from. */
  private static String version(Class<?> type) {
    return version(type.getProtectionDomain().getCodeSource().getLocation().getPath());
  }

  private static String brokerVersion(Path jars) {
    try (Stream<Path> all = Files.list(jars)) {
      return Option.ofOptional(
              all.map(Path::toString)
                  .filter(jar -> jar.contains("kafka-server-common"))
                  .findFirst())
          .map(Machine::version)
          .getOrElse(UNKNOWN);
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  private static String version(String jar) {
    Matcher version = JAR_VERSION.matcher(jar);
    return version.find() ? version.group(1) : UNKNOWN;
  }

  private static String commit(Path home) {
    try {
      Process git =
          new ProcessBuilder("git", "describe", "--always", "--dirty")
              .directory(home.toFile())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String text = new String(git.getInputStream().readAllBytes(), UTF_8).trim();
      return git.waitFor(10, TimeUnit.SECONDS) && git.exitValue() == 0 ? text : UNKNOWN;
    } catch (IOException e) {
      return UNKNOWN;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return UNKNOWN;
    }
  }
}
