package io.orderlake.adapters.filesystem.lake;

import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scratch space in a directory: a folder for each pile, beside it a file that the operating system
 * locks for as long as the process lives. Opening a pile removes the folders of piles whose process
 * died.
 */
public final class FileScratch implements Scratch {
  private static final String LOCK = ".lock";

  /** Locked by this process: to open and close such a file anew would let go of its lock. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path directory;

  /**
   * The scratch space there.
   *
   * @param directory need not exist yet; holds nothing else
   */
  public FileScratch(Path directory) {
    this.directory = directory.toAbsolutePath();
  }

  @Override
  public Spill open(int entryBytes, int bins) {
    try {
      Files.createDirectories(directory);
      sweep();
      Path lockFile = directory.resolve(UUID.randomUUID() + LOCK);
      HELD.add(lockFile);
      FileChannel lock =
          FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      FileLock ignored = lock.lock();
      Path folder = Files.createDirectory(folderOf(lockFile));
      return new SpillFile(folder, entryBytes, bins, () -> remove(lockFile, lock));
    } catch (IOException e) {
      throw failure("using the scratch space " + directory, e);
    }
  }

  private static Path folderOf(Path lockFile) {
    String name = lockFile.getFileName().toString();
    return lockFile.resolveSibling(name.substring(0, name.length() - LOCK.length()));
  }

  private void sweep() throws IOException {
    for (Path lockFile : lockFiles()) {
      if (!HELD.contains(lockFile)) {
        try (FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
          @Nullable FileLock free = lock.tryLock();
          if (free != null) {
            remove(lockFile, lock);
          }
        } catch (NoSuchFileException e) {
          // its pile was closed in this moment
        }
      }
    }
  }

  private List<Path> lockFiles() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.filter(file -> file.toString().endsWith(LOCK)).toList();
    }
  }

  /** The lock is let go last, so that nobody else removes what is being removed. */
  private static void remove(Path lockFile, FileChannel lock) throws IOException {
    Path folder = folderOf(lockFile);
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(file);
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    Files.deleteIfExists(lockFile);
    lock.close();
    HELD.remove(lockFile);
  }

  static LakeFailure failure(String attempted, IOException cause) {
    return LakeFailure.of(
        attempted + " failed: " + cause + "; is the disk full, or the directory not writable?",
        cause);
  }
}
