package io.orderlake.adapters.postgres.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL that runs as long as this object is open, on the loopback address. Its cluster lies
 * in a directory, which is made at the first start; beside it lies the password of its user.
 */
public final class LocalCluster implements AutoCloseable {
  /** Its superuser. */
  public static final String USER = "orderlake";

  private static final String DATABASE = "orderlake";
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Ends the server once this process has, however that was: then nobody holds its input open. */
  private static final String WITH_PARENT =
      "exec 3<&0; \"$@\" </dev/null 3<&- & server=$!;"
          + " (cat <&3 >/dev/null; kill -INT $server) & exec 3<&-; wait $server";

  private final ClusterFiles files;
  private final int port;
  private final Process server;
  private final Thread guard = new Thread(this::end, "postgres-guard");

  private LocalCluster(ClusterFiles files, int port, Process server) {
    this.files = files;
    this.port = port;
    this.server = server;
  }

  /**
   * Makes it unless it is there, starts it, and waits until it answers.
   *
   * @param root a directory of its own; made, if it is not there
   * @param port on the loopback address, which is free
   * @param environment this process's
   * @param user who this process runs as
   * @throws ClusterFailure when it cannot be had
   */
  public static LocalCluster start(
      Path root, int port, Map<String, String> environment, String user) {
    try {
      Account account = Account.of(user);
      Files.createDirectories(root);
      if (user.equals("root")) {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      }
      account.requireReach(root);
      ClusterFiles files = new ClusterFiles(root);
      Option<Integer> made = files.version();
      Programs programs = Programs.find(environment.getOrDefault("PATH", ""), made);
      if (made.isEmpty()) {
        files.make(programs, account);
      }
      Postmaster.of(files.data()).endOrphan(PATIENCE);
      LocalCluster cluster = new LocalCluster(files, port, run(files, port, programs, account));
      Runtime.getRuntime().addShutdownHook(cluster.guard);
      cluster.awaitReady();
      return cluster;
    } catch (IOException e) {
      throw new ClusterFailure("PostgreSQL cannot be kept in " + root + ": " + e, e);
    }
  }

  /**
   * The address of one that was made there, whether it runs or not; none where none was, or where
   * its password is another user's to read.
   */
  public static Option<PostgresAddress> known(Path root, int port) {
    ClusterFiles files = new ClusterFiles(root);
    return Option.when(
        Files.isReadable(files.passwordFile()),
        () -> PostgresAddress.of(url(port, DATABASE), USER, files.password()).get());
  }

  private static Process run(ClusterFiles files, int port, Programs programs, Account account)
      throws IOException {
    List<String> command =
        List.of(programs.program("postgres"), "-D", files.data().toString())
            .appendAll(
                List.of(
                        "listen_addresses=127.0.0.1",
                        "port=" + port,
                        // A socket's path may have some 100 characters, a data directory's more.
                        "unix_socket_directories=",
                        "log_timezone=UTC",
                        "timezone=UTC")
                    .flatMap(option -> List.of("-c", option)));
    return new ProcessBuilder(
            account.run(command).prependAll(List.of("sh", "-c", WITH_PARENT, "postgres")).asJava())
        .directory(Path.of("/").toFile())
        .redirectErrorStream(true)
        .redirectOutput(files.log().toFile())
        .start();
  }

  private void awaitReady() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      try (Connection connection = address("postgres").open()) {
        if (!hasDatabase(connection)) {
          try (var statement = connection.createStatement()) {
            statement.execute("create database " + DATABASE);
          }
        }
        return;
      } catch (SQLException e) {
        if (!server.isAlive()
            || System.nanoTime() > end
            || Thread.currentThread().isInterrupted()) {
          close();
          throw new ClusterFailure(
              "PostgreSQL does not start: its log is %s, and ends with: %s"
                  .formatted(files.log(), lastOfLog()),
              e);
        }
        pause();
      }
    }
  }

  private static boolean hasDatabase(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found =
            statement.executeQuery("select from pg_database where datname = '" + DATABASE + "'")) {
      return found.next();
    }
  }

  private String lastOfLog() {
    try {
      List<String> lines = List.ofAll(Files.readAllLines(files.log(), UTF_8));
      return lines.takeRight(3).mkString(" / ");
    } catch (IOException e) {
      return "(" + e + ")";
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The database that is there for Gold. */
  public PostgresAddress address() {
    return address(DATABASE);
  }

  /** Another database of it. */
  public PostgresAddress address(String database) {
    return PostgresAddress.of(url(port, database), USER, password()).get();
  }

  private static String url(int port, String database) {
    return "postgresql://127.0.0.1:" + port + "/" + database;
  }

  /** Of {@link #USER}; a secret. */
  public String password() {
    return files.password();
  }

  /** The file that has it. */
  public Path passwordFile() {
    return files.passwordFile();
  }

  /** Where it listens. */
  public int port() {
    return port;
  }

  /** Whether it still runs. */
  public boolean isRunning() {
    return server.isAlive();
  }

  /** Of the server itself. */
  public long pid() {
    return Postmaster.of(files.data()).process().map(ProcessHandle::pid).getOrElse(-1L);
  }

  /** Ends it, whoever is connected, and waits for its end. */
  @Override
  public void close() {
    end();
    try {
      boolean unused = Runtime.getRuntime().removeShutdownHook(guard);
    } catch (IllegalStateException e) {
      // The hook runs already.
    }
  }

  private void end() {
    try {
      server.getOutputStream().close();
      if (!server.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        Postmaster.of(files.data()).end("-KILL");
        server.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      server.destroy();
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
