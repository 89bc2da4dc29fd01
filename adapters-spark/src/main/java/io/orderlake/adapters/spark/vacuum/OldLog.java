package io.orderlake.adapters.spark.vacuum;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The part of a table's log that comes before a checkpoint: commits, older checkpoints, checksums,
 * and what a killed writer left beside them.
 */
final class OldLog {
  private static final Pattern VERSIONED = Pattern.compile("\\.?([0-9]{20})\\..*");

  private final FileSystem store;
  private final List<Path> files;

  private OldLog(FileSystem store, List<Path> files) {
    this.store = store;
    this.files = files;
  }

  /**
   * Lists it.
   *
   * @param checkpoint the version of the checkpoint to stay; -1 when there is none, then all stays
   */
  static OldLog list(FileSystem store, Path log, long checkpoint) throws IOException {
    FileSystem raw = StoredFiles.raw(store);
    List<Path> files = new ArrayList<>();
    if (checkpoint > 0) {
      for (FileStatus entry : raw.listStatus(log)) {
        if (entry.isFile() && version(entry.getPath()) < checkpoint) {
          files.add(entry.getPath());
        }
      }
      files.sort(Comparator.comparingLong(OldLog::version));
    }
    return new OldLog(raw, files);
  }

  private static long version(Path file) {
    Matcher name = VERSIONED.matcher(file.getName());
    return name.matches() ? Long.parseLong(name.group(1)) : Long.MAX_VALUE;
  }

  long count() {
    return files.size();
  }

  /** Oldest first, so that what is left of the log has no gap wherever this is broken off. */
  void remove() throws IOException {
    for (Path file : files) {
      store.delete(file, false);
    }
  }
}
