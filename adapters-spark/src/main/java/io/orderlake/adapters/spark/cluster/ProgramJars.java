package io.orderlake.adapters.spark.cluster;

import io.vavr.collection.List;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * This program as the files that a cluster's executors are given: all of its class path but what
 * every Spark brings along. What an executor's Spark has besides wins there, as with any program
 * that is submitted to it.
 */
public final class ProgramJars {
  /** Beginnings of names; they are two thirds of the bytes. */
  private static final List<String> OF_EVERY_SPARK =
      List.of(
          "spark-catalyst_",
          "spark-common-utils_",
          "spark-core_",
          "spark-kvstore_",
          "spark-launcher_",
          "spark-network-",
          "spark-sketch_",
          "spark-sql_",
          "spark-sql-api_",
          "spark-tags_",
          "spark-unsafe_",
          "scala-library-",
          "scala-reflect-",
          "hadoop-client-",
          "arrow-",
          "hive-storage-",
          "netty-",
          "orc-",
          "parquet-",
          "rocksdbjni-",
          "jersey-",
          "log4j-",
          "slf4j-",
          "zookeeper-");

  private ProgramJars() {}

  /**
   * The value of Spark's setting {@code spark.jars}.
   *
   * @param classPath as the JVM spells it; Spark takes no directory, so one is packed into a file
   * @param scratch a local directory, for such files; it has to last as long as Spark does
   */
  public static String of(String classPath, Path scratch) {
    return List.of(classPath.split(File.pathSeparator, -1))
        .reject(String::isBlank)
        .map(entry -> Path.of(entry).toAbsolutePath())
        .filter(Files::exists)
        .reject(ProgramJars::isOfEverySpark)
        .zipWithIndex(
            (entry, place) -> Files.isDirectory(entry) ? packed(entry, scratch, place) : entry)
        .map(jar -> jar.toUri().toString().replace(",", "%2C"))
        .mkString(",");
  }

  private static boolean isOfEverySpark(Path entry) {
    return OF_EVERY_SPARK.exists(entry.getFileName().toString()::startsWith);
  }

  private static Path packed(Path directory, Path scratch, int place) {
    try {
      Path jar = Files.createDirectories(scratch).resolve("classes-" + place + ".jar");
      try (JarOutputStream packed = new JarOutputStream(Files.newOutputStream(jar));
          Stream<Path> files = Files.walk(directory)) {
        for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
          packed.putNextEntry(new JarEntry(directory.relativize(file).toString()));
          Files.copy(file, packed);
        }
      }
      return jar;
    } catch (IOException e) {
      throw new UncheckedIOException("packing " + directory + " for Spark's executors", e);
    }
  }
}
