package io.orderlake.adapters.postgres.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.orderlake.adapters.postgres.PostgresAddress;
import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
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
  private static final int PASSWORD_BYTES = 18;

  /** Ends the server once this process has, however that was: then nobody holds its input open. */
  private static final String WITH_PARENT =
      "exec 3<&0; \"$@\" </dev/null 3<&- & server=$!;"
          + " (cat <&3 >/dev/null; kill -INT $server) & exec 3<&-; wait $server";

  private final Path root;
  private final int port;
  private final Process server;
  private final Thread guard = new Thread(this::end, "postgres-guard");

  private LocalCluster(Path root, int port, Process server) {
    this.root = root;
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
      Path root, int port, java.util.Map<String, String> environment, String user) {
    try {
      Account account = Account.of(user);
      Files.createDirectories(root);
      if (user.equals("root")) {
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
      }
      account.requireReach(root);
      Path data = root.resolve("cluster");
      Path version = data.resolve("PG_VERSION");
      Option<Integer> made =
          Option.when(Files.exists(version), () -> read(version)).map(Integer::parseInt);
      Programs programs = Programs.find(environment.getOrDefault("PATH", ""), made);
      if (made.isEmpty()) {
        make(root, data, programs, account);
      }
      endOrphan(data);
      LocalCluster cluster = new LocalCluster(root, port, run(root, data, port, programs, account));
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
    Path password = root.resolve("password");
    return Option.when(
        Files.isReadable(password),
        () -> PostgresAddress.of(url(port, DATABASE), USER, read(password)).get());
  }

  /** Under another name first: what has the name is whole. */
  private static void make(Path root, Path data, Programs programs, Account account)
      throws IOException {
    if (Files.exists(data)) {
      throw new ClusterFailure(
          ("%s is no PostgreSQL cluster: it has no PG_VERSION; restore it, or remove %s to begin"
                  + " anew: it is filled from the lake again")
              .formatted(data, root));
    }
    Path begun = root.resolve("cluster.new");
    Command.run(List.of("rm", "-rf", begun.toString()));
    Path password = root.resolve("password");
    secret(password, newPassword());
    Path handed = root.resolve("password.new");
    secret(handed, read(password));
    Files.createDirectory(
        begun, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(begun, handed);
    try {
      Command.run(
          account.run(
              List.of(
                  programs.program("initdb"),
                  "--pgdata=" + begun,
                  "--username=" + USER,
                  "--pwfile=" + handed,
                  "--auth=scram-sha-256",
                  "--encoding=UTF8",
                  "--no-locale")));
    } finally {
      Files.delete(handed);
    }
    Files.move(begun, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void secret(Path file, String text) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, text);
  }

  private static String newPassword() {
    byte[] bytes = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static Process run(Path root, Path data, int port, Programs programs, Account account)
      throws IOException {
    List<String> command =
        List.of(programs.program("postgres"), "-D", data.toString())
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
        .redirectOutput(root.resolve("postgres.log").toFile())
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
        if (!server.isAlive() || System.nanoTime() > end) {
          close();
          throw new ClusterFailure(
              "PostgreSQL does not start: its log is %s, and ends with: %s"
                  .formatted(root.resolve("postgres.log"), lastOfLog()),
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
      List<String> lines = List.ofAll(Files.readAllLines(root.resolve("postgres.log"), UTF_8));
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
    return read(root.resolve("password"));
  }

  /** The file that has it. */
  public Path passwordFile() {
    return root.resolve("password");
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
    return process(root.resolve("cluster")).map(ProcessHandle::pid).getOrElse(-1L);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
        endBy("-KILL", root.resolve("cluster"));
        server.destroyForcibly().waitFor();
      }
    } catch (IOException e) {
      server.destroy();
    } catch (InterruptedException e) {
      server.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Ends a server that has outlived whoever started it, and waits for its end. */
  private static void endOrphan(Path data) {
    if (process(data).isDefined()) {
      endBy("-INT", data);
      process(data)
          .forEach(orphan -> orphan.onExit().orTimeout(PATIENCE.toSeconds(), SECONDS).join());
    }
  }

  private static void endBy(String signal, Path data) {
    process(data)
        .forEach(server -> Command.run(List.of("kill", signal, Long.toString(server.pid()))));
  }

  /** The server that runs on the cluster, as it wrote it down, if it does. */
  private static Option<ProcessHandle> process(Path data) {
    Path file = data.resolve("postmaster.pid");
    return Option.when(Files.isReadable(file), () -> read(file))
        .map(text -> text.lines().findFirst().orElse(""))
        .filter(line -> line.matches("[0-9]{1,9}"))
        .flatMap(line -> Option.ofOptional(ProcessHandle.of(Long.parseLong(line))))
        .filter(LocalCluster::isPostgres);
  }

  /** Its number may be another program's by now. */
  private static boolean isPostgres(ProcessHandle process) {
    return process.info().command().filter(name -> name.endsWith("/postgres")).isPresent();
  }
}
