package io.orderlake.adapters.spark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.sql.SparkSession;

/** The one Spark session of the tests of this JVM. */
public final class TestSpark {
  private static final SparkSession SESSION = start();

  private TestSpark() {}

  public static SparkSession session() {
    return SESSION;
  }

  /** A new directory for a lake, below the build output. */
  public static Path newRoot() {
    try {
      return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "lake-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SparkSession start() {
    SparkSession session = SparkSessions.start("tests", newRoot());
    SparkEnv.get().conf().set("spark.delta.logStore.file.impl", ForgetfulLogStore.class.getName());
    return session;
  }
}
