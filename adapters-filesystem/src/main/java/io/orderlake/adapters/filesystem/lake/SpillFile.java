package io.orderlake.adapters.filesystem.lake;

import io.orderlake.domain.failure.FailureCause;
import io.orderlake.domain.lake.LakeFailure;
import io.orderlake.domain.lake.Scratch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;

/** A pile with a buffer and, once that overflows, a file for each bin. */
final class SpillFile implements Scratch.Spill {
  private static final int ALL_BUFFERS = 16 << 20;
  private static final int LARGEST_BUFFER = 64 << 10;

  private final Path folder;
  private final int entryBytes;
  private final Bin[] bins;
  private final Removal removal;
  private boolean closed;

  /** Removes the folder. */
  interface Removal {
    void remove() throws IOException;
  }

  SpillFile(Path folder, int entryBytes, int bins, Removal removal) {
    this.folder = folder;
    this.entryBytes = entryBytes;
    this.removal = removal;
    int entries = Math.max(1, Math.min(LARGEST_BUFFER, ALL_BUFFERS / bins) / entryBytes);
    this.bins = new Bin[bins];
    Arrays.setAll(this.bins, number -> new Bin(folder.resolve("bin-" + number), entries));
  }

  @Override
  public void add(int bin, byte[] entry) {
    if (entry.length != entryBytes) {
      throw new IllegalArgumentException(
          "an entry of this pile has " + entryBytes + " bytes, not " + entry.length);
    }
    try {
      bins[bin].add(entry);
    } catch (IOException e) {
      throw FileScratch.failure("writing to the scratch space " + folder, e);
    }
  }

  @Override
  public byte[] read(int bin) {
    try {
      return bins[bin].read();
    } catch (IOException e) {
      throw FileScratch.failure("reading the scratch space " + folder, e);
    }
  }

  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      try {
        removal.remove();
      } catch (IOException e) {
        throw FileScratch.failure("clearing the scratch space " + folder, e);
      }
    }
  }

  private final class Bin {
    private final Path file;
    private final int entriesBuffered;
    private byte[] buffer = {};
    private int used;
    private long written;

    Bin(Path file, int entriesBuffered) {
      this.file = file;
      this.entriesBuffered = entriesBuffered;
    }

    synchronized void add(byte[] entry) throws IOException {
      if (buffer.length == 0) {
        buffer = new byte[entriesBuffered * entryBytes];
      }
      System.arraycopy(entry, 0, buffer, used, entryBytes);
      used += entryBytes;
      if (used == buffer.length) {
        flush();
      }
    }

    private void flush() throws IOException {
      try (OutputStream out =
          Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
        out.write(buffer, 0, used);
      }
      written += used;
      used = 0;
    }

    synchronized byte[] read() throws IOException {
      if (written + used > Integer.MAX_VALUE - Long.BYTES) {
        throw LakeFailure.because(
            FailureCause.TOO_LONG,
            "the scratch file " + file + " has " + written + " bytes, more than fit into memory");
      }
      byte[] onDisk = written == 0 ? new byte[] {} : Files.readAllBytes(file);
      if (onDisk.length != written) {
        throw LakeFailure.lasting(
            "the scratch file "
                + file
                + " has "
                + onDisk.length
                + " bytes where "
                + written
                + " were written: something else wrote there; ask again");
      }
      byte[] all = Arrays.copyOf(onDisk, onDisk.length + used);
      System.arraycopy(buffer, 0, all, onDisk.length, used);
      return all;
    }
  }
}
