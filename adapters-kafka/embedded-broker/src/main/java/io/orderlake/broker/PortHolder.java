package io.orderlake.broker;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which process listens on a port, as far as Linux tells this user. */
final class PortHolder {
  private static final String LISTENING = "0A";

  private PortHolder() {}

  /**
   * As the end of a sentence: {@code ", process 4711 (java) has it"}; empty when it cannot be told.
   */
  static String of(int port) {
    Set<String> sockets = new HashSet<>();
    for (String table : List.of("/proc/net/tcp", "/proc/net/tcp6")) {
      sockets.addAll(sockets(Path.of(table), port));
    }
    if (sockets.isEmpty()) {
      return "";
    }
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), sockets))
        .findFirst()
        .map(process -> ", process " + process.pid() + name(process) + " has it")
        .orElse("");
  }

  /** Columns: number, local address, remote address, state, …, the socket's inode as the tenth. */
  private static Set<String> sockets(Path table, int port) {
    String suffix = String.format(Locale.ROOT, ":%04X", port);
    Set<String> found = new HashSet<>();
    try (Stream<String> lines = Files.lines(table)) {
      lines
          .map(line -> line.strip().split("\\s+"))
          .filter(cells -> cells.length > 9)
          .filter(cells -> cells[1].endsWith(suffix) && cells[3].equals(LISTENING))
          .forEach(cells -> found.add("socket:[" + cells[9] + "]"));
    } catch (IOException e) {
      return Set.of(); // another operating system
    }
    return found;
  }

  private static boolean holds(long pid, Set<String> sockets) {
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path each : open) {
        if (sockets.contains(Files.readSymbolicLink(each).toString())) {
          return true;
        }
      }
    } catch (IOException e) {
      return false; // it ended, or it is another user's
    }
    return false;
  }

  private static String name(ProcessHandle process) {
    return process
        .info()
        .command()
        .map(command -> " (" + Path.of(command).getFileName() + ")")
        .orElse("");
  }
}
