package io.orderlake.bootstrap.story;

import io.orderlake.bootstrap.cli.CommandLineStage;
import java.io.File;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Java's archive of the libraries' classes, loaded and verified, with which a role's process needs
 * two thirds of the processor time. The first role lists its classes, and once it has stopped by
 * itself the next one's start makes the archive. It lies in the module's build output, for these
 * libraries; whoever comes while it is made does without.
 */
final class SharedClasses {
  private static final Path FOLDER =
      CommandLineStage.HOME.resolve("bootstrap/target/classes-of-roles");
  private static final Predicate<String> OF_A_LIBRARY =
      entry ->
          entry.endsWith(".jar")
              && !Path.of(entry).getFileName().toString().startsWith("orderlake-");

  private final List<String> libraries;
  private final List<String> others;
  private final Path archive;
  private final Path list;
  private final Path listed;
  private final Path failed;

  /** Of that class path. */
  SharedClasses(String classPath) {
    List<String> entries = List.of(classPath.split(File.pathSeparator));
    libraries = entries.stream().filter(OF_A_LIBRARY).toList();
    others = entries.stream().filter(OF_A_LIBRARY.negate()).toList();
    String name =
        Integer.toHexString(libraries.stream().map(SharedClasses::asItIs).toList().hashCode());
    archive = FOLDER.resolve(name + ".jsa");
    list = FOLDER.resolve(name + ".list");
    listed = FOLDER.resolve(name + ".listed");
    failed = FOLDER.resolve(name + ".failed");
  }

  /** An archive is of no use any more once a library is another. */
  private static String asItIs(String library) {
    File file = new File(library);
    return library + " " + file.length() + " " + file.lastModified();
  }

  /** The libraries first: Java takes the archive of what a class path begins with. */
  String classPath() {
    return String.join(
        File.pathSeparator, Stream.concat(libraries.stream(), others.stream()).toList());
  }

  /** What a role's process is told: to use the archive, or to list its classes, or nothing. */
  List<String> options(String java) throws IOException {
    Files.createDirectories(FOLDER);
    if (!Files.exists(archive) && !Files.exists(failed) && Files.exists(listed)) {
      make(java);
    }
    if (Files.exists(archive)) {
      return List.of("-XX:SharedArchiveFile=" + archive, "-Xlog:cds*=off");
    }
    if (Files.exists(listed)) {
      return List.of();
    }
    try {
      Files.createFile(list);
      return List.of("-XX:DumpLoadedClassList=" + list);
    } catch (FileAlreadyExistsException lists) {
      return List.of();
    }
  }

  /** After a process that was told these options, and has ended. */
  void ended(List<String> options, boolean byItself) throws IOException {
    if (options.contains("-XX:DumpLoadedClassList=" + list) && Files.exists(list)) {
      if (byItself) {
        Files.move(list, listed, StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.delete(list);
      }
    }
  }

  private void make(String java) throws IOException {
    try (FileChannel channel =
            FileChannel.open(
                FOLDER.resolve("making"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock != null && !Files.exists(archive)) {
        Path made = Files.createTempFile(FOLDER, "made-", ".jsa");
        Files.delete(made);
        List<String> command = new ArrayList<>(List.of(java));
        command.addAll(
            List.of(
                "-Xshare:dump",
                "-XX:SharedClassListFile=" + listed,
                "-XX:SharedArchiveFile=" + made,
                "-cp",
                String.join(File.pathSeparator, libraries)));
        Path log = FOLDER.resolve("making.log");
        Process making =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (making.onExit().join().exitValue() == 0) {
          Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE);
        } else { // it only saves time
          Files.deleteIfExists(made);
          Files.move(log, failed, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }
}
