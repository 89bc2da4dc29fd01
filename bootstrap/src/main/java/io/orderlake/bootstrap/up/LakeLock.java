package io.orderlake.bootstrap.up;

import io.orderlake.bootstrap.wiring.Unavailable;
import io.orderlake.domain.lake.LakeFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one process at a time run a whole lakehouse on a directory. The operating system holds the
 * lock and drops it when the process dies.
 */
public final class LakeLock implements AutoCloseable {
  private final FileChannel channel;

  private LakeLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the directory.
   *
   * @throws Unavailable when another process has it
   */
  public static LakeLock take(Path data) {
    Path file = data.resolve("up.lock");
    try {
      Files.createDirectories(data);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new Unavailable(
            "another `orderlake up` or `orderlake demo` runs on "
                + data
                + "; stop it, or choose another directory with --data DIR");
      }
      return new LakeLock(channel);
    } catch (IOException e) {
      throw LakeFailure.of(
          "cannot write to "
              + file
              + " ("
              + e
              + "); make the directory writable, or choose another"
              + " with --data DIR",
          e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
