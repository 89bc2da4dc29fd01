package io.orderlake.adapters.postgres;

import io.orderlake.adapters.postgres.cluster.LocalCluster;
import io.orderlake.application.fixture.FreePorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Empty databases of one PostgreSQL, which ends with the tests. */
public final class Databases {
  private static final AtomicInteger MADE = new AtomicInteger();
  private static @Nullable LocalCluster cluster;

  private Databases() {}

  /** The server. */
  public static synchronized LocalCluster cluster() {
    LocalCluster running = cluster;
    if (running == null) {
      running = start();
      cluster = running;
    }
    return running;
  }

  private static LocalCluster start() {
    try {
      Path root = Files.createTempDirectory("orderlake-postgres-");
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
      LocalCluster started =
          LocalCluster.start(
              root.resolve("postgres"),
              FreePorts.one(),
              System.getenv(),
              System.getProperty("user.name"));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> clear(started, root)));
      return started;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void clear(LocalCluster started, Path root) {
    started.close();
    try {
      int unused = new ProcessBuilder("rm", "-rf", root.toString()).start().waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A new one. */
  public static PostgresAddress empty() {
    String name = "test_" + MADE.incrementAndGet();
    try (Connection connection = cluster().address("postgres").open()) {
      connection.createStatement().execute("create database " + name + " template template0");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return cluster().address(name);
  }
}
