package io.orderlake.adapters.spark.delta.disk;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a whole file a name that nobody has, of several who try at once to one. With a hard link
 * the system itself refuses a name that is taken. Where there are none (exFAT, some shares) a file
 * lock, which dies with its process, keeps others away from between the look and the renaming.
 */
final class NewNames {
  private static final Logger LOG = LoggerFactory.getLogger(NewNames.class);

  /** How a name is given by the system. */
  interface Link {
    void make(Path name, Path existing) throws IOException;
  }

  private final Link link;
  private boolean told;

  NewNames(Link link) {
    this.link = link;
  }

  /**
   * Gives the file that name; the one it was written under may be there or gone afterwards.
   *
   * @param lock a file that all who give names in that directory lock, made when it is missing
   * @throws FileAlreadyExistsException when the name is taken
   */
  void give(Path target, Path written, Path lock) throws IOException {
    try {
      link.make(target, written);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (FileSystemException | UnsupportedOperationException e) {
      if (!Files.exists(written, LinkOption.NOFOLLOW_LINKS)) {
        throw e;
      }
      tellOnce(target, e);
      moveLocked(target, written, lock);
    }
  }

  /** A process holds a file lock once: its threads take turns. */
  private synchronized void moveLocked(Path target, Path written, Path lock) throws IOException {
    try (FileChannel channel = FileChannel.open(lock, CREATE, WRITE)) {
      channel.lock();
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        throw new FileAlreadyExistsException(target.toString());
      }
      Files.move(written, target, ATOMIC_MOVE);
    }
  }

  private synchronized void tellOnce(Path target, Exception why) {
    if (!told) {
      told = true;
      LOG.info(
          "no hard links at {} ({}): files are locked and renamed instead", target, why.toString());
    }
  }
}
