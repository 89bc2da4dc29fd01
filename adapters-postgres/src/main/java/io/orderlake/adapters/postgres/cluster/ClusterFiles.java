package io.orderlake.adapters.postgres.cluster;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Where a cluster lies, its log and its password.
 *
 * @param root the directory of all of it
 */
record ClusterFiles(Path root) {
  private static final int PASSWORD_BYTES = 18;

  /** The server's own directory. */
  Path data() {
    return root.resolve("cluster");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  /** Only who starts the server may read it. */
  Path passwordFile() {
    return root.resolve("password");
  }

  /** A secret. */
  String password() {
    return read(passwordFile());
  }

  /** The major version that it was made with; none where it was not made. */
  Option<Integer> version() {
    Path version = data().resolve("PG_VERSION");
    return Option.when(Files.exists(version), () -> read(version)).map(Integer::parseInt);
  }

  /** Under another name first: what has the name is whole. */
  void make(Programs programs, Account account) throws IOException {
    Path data = data();
    if (Files.exists(data)) {
      throw new ClusterFailure(
          ("%s is no PostgreSQL cluster: it has no PG_VERSION; restore it, or remove %s to begin"
                  + " anew: it is filled from the lake again")
              .formatted(data, root));
    }
    Path begun = root.resolve("cluster.new");
    Command.run(List.of("rm", "-rf", begun.toString()));
    secret(passwordFile(), newPassword());
    Path handed = root.resolve("password.new");
    secret(handed, password());
    Files.createDirectory(
        begun, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    account.own(begun, handed);
    try {
      Command.run(
          account.run(
              List.of(
                  programs.program("initdb"),
                  "--pgdata=" + begun,
                  "--username=" + LocalCluster.USER,
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

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
