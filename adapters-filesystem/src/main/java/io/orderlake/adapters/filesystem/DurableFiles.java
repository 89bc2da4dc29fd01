package io.orderlake.adapters.filesystem;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Set;
import java.util.UUID;

/**
 * Steps on files that are atomic and, once they have returned, survive a crash of the machine: the
 * file's content is forced before its name appears, the directory after.
 */
public final class DurableFiles {
  private static final NewNames NAMES = new NewNames(Files::createLink);

  private DurableFiles() {}

  /**
   * Puts a file in place, over what was there.
   *
   * @param tmp a directory of the same file system, for the temporary name
   */
  public static void put(Path tmp, Path target, byte[] content) throws IOException {
    Path written = write(tmp, target, content);
    Files.move(written, target, ATOMIC_MOVE);
    syncDirectory(directory(target));
  }

  /**
   * Puts a file in place unless there is one; of several who try at once, one succeeds.
   *
   * @param attributes that the file has from the moment it is there, such as who may read it
   * @return false when there is one
   */
  public static boolean putNew(
      Path tmp, Path target, byte[] content, FileAttribute<?>... attributes) throws IOException {
    Path written = write(tmp, target, content, attributes);
    try {
      NAMES.give(target, written, tmp.resolve(".names.lock"));
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(written);
    }
    syncDirectory(directory(target));
    return true;
  }

  /**
   * Renames.
   *
   * @return false when there is nothing to rename
   */
  public static boolean move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, ATOMIC_MOVE);
    } catch (NoSuchFileException e) {
      return false;
    }
    syncDirectory(directory(to));
    syncDirectory(directory(from));
    return true;
  }

  /**
   * Deletes.
   *
   * @return false when there is nothing to delete
   */
  public static boolean delete(Path file) throws IOException {
    boolean deleted = Files.deleteIfExists(file);
    if (deleted) {
      syncDirectory(directory(file));
    }
    return deleted;
  }

  /**
   * Reads a regular file, following no symbolic link.
   *
   * @return at most {@code limit + 1} bytes, so that one too long can be told
   */
  public static byte[] read(Path file, int limit) throws IOException {
    try (InputStream in = Files.newInputStream(file, READ, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(limit + 1);
    }
  }

  /** Forces a directory's entries to the disk. */
  public static void syncDirectory(Path directory) throws IOException {
    try (FileChannel channel = FileChannel.open(directory, READ)) {
      channel.force(true);
    }
  }

  /** Writes all bytes at the channel's position. */
  public static void writeFully(FileChannel channel, byte[] content) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private static Path write(Path tmp, Path target, byte[] content, FileAttribute<?>... attributes)
      throws IOException {
    Path written = tmp.resolve(".tmp-" + UUID.randomUUID());
    try (FileChannel channel = FileChannel.open(written, Set.of(CREATE_NEW, WRITE), attributes)) {
      writeFully(channel, content);
      channel.force(true);
    } catch (IOException e) {
      Files.deleteIfExists(written);
      throw new IOException("cannot write " + written + " for " + target + ": " + e, e);
    }
    return written;
  }

  private static Path directory(Path file) {
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null) {
      throw new IllegalArgumentException(file + " is in no directory");
    }
    return parent;
  }
}
