package io.orderlake.adapters.spark.vacuum;

import io.orderlake.domain.lake.Vacuumed;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * A table's data files as they lie in its directories, beside what keeps them there. Looks below
 * the files' checksums, which Hadoop hides, so that those without a file are found too.
 */
final class StoredFiles {
  private final FileSystem store;
  private final Path root;
  private final Set<String> named;
  private final long agedBefore;
  private final Set<String> missing;
  private final List<FileStatus> data = new ArrayList<>();
  private final List<Path> checksums = new ArrayList<>();
  private final List<Path> directories = new ArrayList<>();

  private StoredFiles(FileSystem store, Path root, Needed needed) {
    this.store = raw(store);
    this.root = root;
    this.named = needed.named();
    this.agedBefore = needed.agedBefore().toEpochMilli();
    this.missing = new HashSet<>(needed.mustBeThere());
  }

  /**
   * What must not go.
   *
   * @param named paths below the root of files that stay
   * @param mustBeThere those that are a damage when they are not there
   * @param agedBefore files modified at or after that time stay
   */
  record Needed(Set<String> named, Set<String> mustBeThere, Instant agedBefore) {}

  /** Walks through all directories of the table. */
  static StoredFiles list(FileSystem store, Path root, Needed needed) throws IOException {
    StoredFiles found = new StoredFiles(store, root, needed);
    found.walk(root, "");
    return found;
  }

  /** The store without its checksums. */
  static FileSystem raw(FileSystem store) {
    return store instanceof ChecksumFileSystem checked ? checked.getRawFileSystem() : store;
  }

  /**
   * Walks through a directory.
   *
   * @return true when nothing in it stays
   */
  private boolean walk(Path directory, String prefix) throws IOException {
    Set<String> staying = new HashSet<>();
    List<FileStatus> besides = new ArrayList<>();
    boolean empty = true;
    for (FileStatus entry : store.listStatus(directory)) {
      String name = entry.getPath().getName();
      if (entry.isDirectory()) {
        empty &= !isHidden(name) && removable(entry, prefix + name + "/");
      } else if (isHidden(name)) {
        besides.add(entry);
      } else if (goes(entry, prefix + name)) {
        data.add(entry);
      } else {
        staying.add(name);
      }
    }
    for (FileStatus beside : besides) {
      String name = beside.getPath().getName();
      if (isChecksum(name) && isAged(beside) && !staying.contains(checked(name))) {
        checksums.add(beside.getPath());
      } else {
        empty = false;
      }
    }
    return empty && staying.isEmpty();
  }

  private boolean removable(FileStatus directory, String prefix) throws IOException {
    boolean goes = walk(directory.getPath(), prefix) && isAged(directory);
    if (goes) {
      directories.add(directory.getPath());
    }
    return goes;
  }

  private boolean goes(FileStatus file, String path) {
    missing.remove(path);
    return path.endsWith(".parquet") && !named.contains(path) && isAged(file);
  }

  private boolean isAged(FileStatus entry) {
    return entry.getModificationTime() < agedBefore;
  }

  private static boolean isHidden(String name) {
    return name.startsWith(".") || name.startsWith("_");
  }

  private static boolean isChecksum(String name) {
    return name.startsWith(".") && name.endsWith(".parquet.crc");
  }

  private static String checked(String name) {
    return name.substring(1, name.length() - ".crc".length());
  }

  /** Files that must be there and are not. */
  Set<String> missing() {
    return missing;
  }

  /** What would go. */
  Vacuumed unneeded() {
    return new Vacuumed(data.size(), data.stream().mapToLong(FileStatus::getLen).sum(), 0);
  }

  /** Files first, then the directories that are left empty; inner ones before outer ones. */
  void remove() throws IOException {
    for (FileStatus file : data) {
      store.delete(file.getPath(), false);
    }
    for (Path checksum : checksums) {
      store.delete(checksum, false);
    }
    for (Path directory : directories) {
      if (isEmpty(directory)) {
        store.delete(directory, false);
      }
    }
  }

  private boolean isEmpty(Path directory) throws IOException {
    try {
      return store.listStatus(directory).length == 0;
    } catch (FileNotFoundException e) {
      return false;
    }
  }

  @Override
  public String toString() {
    return root + ": " + unneeded();
  }
}
