package io.orderlake.adapters.spark.delta.disk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.delta.storage.HadoopFileSystemLogStore;
import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/**
 * Delta's log on a local disk: a commit file is written aside and then given its name, which is
 * refused when the name is taken. So of two processes that commit one version exactly one succeeds;
 * Delta's own store looks first and renames then, which two processes can do at once. Listing the
 * log costs what is asked for, not what is there.
 */
public final class LocalLogStore extends HadoopFileSystemLogStore {
  private static final NewNames NAMES = new NewNames(Files::createLink);

  /** Made by Delta, by name. */
  public LocalLogStore(Configuration hadoopConfiguration) {
    super(hadoopConfiguration);
  }

  @Override
  public void write(
      Path path, Iterator<String> actions, Boolean overwrite, Configuration configuration)
      throws IOException {
    java.nio.file.Path target = java.nio.file.Path.of(path.toUri().getPath());
    java.nio.file.Path aside =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try (BufferedWriter out = Files.newBufferedWriter(aside, UTF_8)) {
        while (actions.hasNext()) {
          out.write(actions.next());
          out.write('\n');
        }
      }
      if (overwrite) {
        Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
      } else {
        NAMES.give(target, aside, target.resolveSibling(".names.lock"));
      }
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /**
   * Looks only at the files asked for, by name; Hadoop's way asks the disk for the size and time of
   * every file of the log.
   */
  @Override
  public Iterator<FileStatus> listFrom(Path path, Configuration configuration) throws IOException {
    Path directory = path.getParent();
    String first = path.getName();
    List<FileStatus> files = new ArrayList<>();
    for (String name : namesIn(java.nio.file.Path.of(directory.toUri().getPath()))) {
      if (name.compareTo(first) >= 0) {
        status(directory, name).ifPresent(files::add);
      }
    }
    files.sort(Comparator.comparing(file -> file.getPath().getName()));
    return files.iterator();
  }

  private static List<String> namesIn(java.nio.file.Path directory) throws IOException {
    try (Stream<java.nio.file.Path> entries = Files.list(directory)) {
      return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
    } catch (NoSuchFileException e) {
      FileNotFoundException missing = new FileNotFoundException("no such directory: " + directory);
      missing.initCause(e);
      throw missing;
    }
  }

  /** None for a file that has gone meanwhile. */
  private static Optional<FileStatus> status(Path directory, String name) throws IOException {
    Path path = new Path(directory, name);
    try {
      BasicFileAttributes found =
          Files.readAttributes(
              java.nio.file.Path.of(path.toUri().getPath()), BasicFileAttributes.class);
      return Optional.of(
          new FileStatus(
              found.size(), found.isDirectory(), 1, 0, found.lastModifiedTime().toMillis(), path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Boolean isPartialWriteVisible(Path path, Configuration configuration) {
    return false;
  }
}
