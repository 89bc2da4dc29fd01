package io.orderlake.application.twin;

import io.orderlake.domain.lake.Scratch;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** Scratch space in byte arrays. */
public final class InMemoryScratch implements Scratch {
  @Override
  public Spill open(int entryBytes, int bins) {
    ByteArrayOutputStream[] content = new ByteArrayOutputStream[bins];
    Arrays.setAll(content, bin -> new ByteArrayOutputStream());
    return new InMemorySpill(entryBytes, content);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record InMemorySpill(int entryBytes, ByteArrayOutputStream[] bins) implements Spill {
    @Override
    public void add(int bin, byte[] entry) {
      if (entry.length != entryBytes) {
        throw new IllegalArgumentException(
            "an entry has " + entryBytes + " bytes, not " + entry.length);
      }
      bins[bin].writeBytes(entry);
    }

    @Override
    public byte[] read(int bin) {
      return bins[bin].toByteArray();
    }

    @Override
    public void close() {
      // nothing is held outside memory
    }
  }
}
