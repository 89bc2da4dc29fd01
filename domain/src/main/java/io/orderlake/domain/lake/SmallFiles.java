package io.orderlake.domain.lake;

import io.vavr.collection.List;
import io.vavr.collection.Seq;
import java.util.ArrayList;
import java.util.TreeMap;

/**
 * Which files of a table are worth rewriting into one. A file below half the target is small; small
 * neighbours of one partition are joined until the target is reached. When no run is left, no two
 * neighbours are small, so a partition of n bytes has at most 4n / target + 1 files.
 *
 * @param targetBytes the size to aim at
 */
public record SmallFiles(long targetBytes) {
  /** What compaction aims at unless it is told otherwise. */
  public static final SmallFiles USUAL = new SmallFiles(128L << 20);

  private static final int MOST_FILES_IN_A_RUN = 1_000;
  private static final long MOST_FILES_AT_ONCE = 10_000;
  private static final long MOST_BYTES_AT_ONCE = 4L << 30;

  public SmallFiles {
    if (targetBytes < 1) {
      throw new IllegalArgumentException("a target size is 1 byte or more, not " + targetBytes);
    }
  }

  /** Whether a file of that many bytes is small. */
  public boolean isSmall(long bytes) {
    return 2 * bytes < targetBytes;
  }

  /**
   * The runs to rewrite next, each of two files or more; bounded, so that a step that is broken off
   * loses little. A rewritten file may be smaller than what it stands for, so ask again with what
   * the table holds then.
   *
   * @param files all files, in the order of the table's rows
   * @return none when nothing is left to do
   */
  public Seq<Seq<DataFile>> runs(Iterable<DataFile> files) {
    TreeMap<String, ArrayList<DataFile>> partitions = new TreeMap<>();
    for (DataFile file : files) {
      partitions.computeIfAbsent(file.partition(), p -> new ArrayList<>()).add(file);
    }
    Runs runs = new Runs();
    partitions.values().forEach(runs::walk);
    return List.ofAll(runs.found);
  }

  /** Collects runs until there are enough for one step. */
  private final class Runs {
    private final ArrayList<Seq<DataFile>> found = new ArrayList<>();
    private final ArrayList<DataFile> open = new ArrayList<>();
    private long openBytes;
    private long files;
    private long bytes;

    void walk(Iterable<DataFile> partition) {
      for (DataFile file : partition) {
        boolean small = isSmall(file.bytes());
        if (!small
            || openBytes + file.bytes() > targetBytes
            || open.size() == MOST_FILES_IN_A_RUN) {
          close();
        }
        if (small) {
          open.add(file);
          openBytes += file.bytes();
        }
      }
      close();
    }

    private void close() {
      if (open.size() > 1 && files < MOST_FILES_AT_ONCE && bytes < MOST_BYTES_AT_ONCE) {
        found.add(List.ofAll(open));
        files += open.size();
        bytes += openBytes;
      }
      open.clear();
      openBytes = 0;
    }
  }
}
