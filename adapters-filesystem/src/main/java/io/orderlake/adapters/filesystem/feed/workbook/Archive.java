package io.orderlake.adapters.filesystem.feed.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The parts in a workbook's zip archive, by their names, which differ in more than case. */
final class Archive implements AutoCloseable {
  private static final int END = 0x06054b50;
  private static final int END_SIZE = 22;
  private static final int LONGEST_COMMENT = 0xffff;
  private static final int DIRECTORY_AT = 16;

  /** Of the archive's own directory, which is held in memory. */
  private static final long MOST_DIRECTORY = 4 << 20;

  private final ZipFile zip;
  private final Map<String, ZipArchiveEntry> parts = new TreeMap<>();

  private Archive(ZipFile zip) {
    this.zip = zip;
    zip.getEntries()
        .asIterator()
        .forEachRemaining(
            entry -> parts.putIfAbsent(entry.getName().toLowerCase(Locale.ROOT), entry));
  }

  /** Opens the archive; closes the channel when that cannot be done. */
  static Archive open(SeekableByteChannel channel) throws IOException {
    try {
      long size = directorySize(channel);
      if (size > MOST_DIRECTORY) {
        throw new Refused("its directory alone has " + (size >> 20) + " MiB");
      }
      return new Archive(new ZipFile(channel.position(0)));
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  /** From where the archive's end says that its directory begins to that end. */
  private static long directorySize(SeekableByteChannel channel) throws IOException {
    int size = (int) Math.min(channel.size(), END_SIZE + LONGEST_COMMENT);
    ByteBuffer tail = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(channel.size() - size);
    while (tail.hasRemaining() && channel.read(tail) >= 0) {
      // until the end is there
    }
    for (int at = tail.position() - END_SIZE; at >= 0; at--) {
      if (tail.getInt(at) == END) {
        long directory = Integer.toUnsignedLong(tail.getInt(at + DIRECTORY_AT));
        return channel.size() - size + at - directory;
      }
    }
    throw new ZipException("it ends too early; was it copied whole?");
  }

  boolean has(String name) {
    return parts.containsKey(key(name));
  }

  /**
   * Opens a part.
   *
   * @param most bytes of it, unpacked
   */
  Part part(String name, long most) throws IOException {
    @Nullable ZipArchiveEntry entry = parts.get(key(name));
    if (entry == null) {
      throw new Refused("it has no part " + key(name));
    }
    InputStream in = zip.getInputStream(entry);
    return new Part("its part " + key(name), in, most);
  }

  private static String key(String name) {
    return (name.startsWith("/") ? name.substring(1) : name).toLowerCase(Locale.ROOT);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
