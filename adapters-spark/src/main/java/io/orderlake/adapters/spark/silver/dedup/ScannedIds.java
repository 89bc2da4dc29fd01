package io.orderlake.adapters.spark.silver.dedup;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;

/**
 * The keys of the event ids of one Bronze file's records, row by row, as they will be if the
 * records turn out to be valid. A record without an id has an empty one, which no valid record has.
 */
final class ScannedIds implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long SEED = 42;

  private final int file;
  private final byte[] text;
  private final int[] ends;
  private final long[] hashes;

  private ScannedIds(int file, byte[] text, int[] ends, long[] hashes) {
    this.file = file;
    this.text = text;
    this.ends = ends;
    this.hashes = hashes;
  }

  /** The file's number in its range. */
  int file() {
    return file;
  }

  int rows() {
    return ends.length;
  }

  boolean isMissing(int row) {
    return start(row) == ends[row];
  }

  /** The id's {@link IdKey}. */
  byte[] id(int row) {
    return Arrays.copyOfRange(text, start(row), ends[row]);
  }

  private int start(int row) {
    return row == 0 ? 0 : ends[row - 1];
  }

  /** Equal for equal ids, and hardly ever for others. */
  long hash(int row) {
    return hashes[row];
  }

  /** Takes the ids of one file, in the order of its rows. */
  static final class Builder {
    private final int file;
    private byte[] text;
    private int length;
    private final int[] ends;
    private final long[] hashes;
    private int rows;

    /**
     * Empty.
     *
     * @param records how many there will be
     */
    Builder(int file, long records) {
      this.file = file;
      this.ends = new int[Math.toIntExact(records)];
      this.hashes = new long[ends.length];
      this.text = new byte[ends.length * 40 + 64];
    }

    void add(byte[] id) {
      if (text.length - length < id.length) {
        text = Arrays.copyOf(text, Math.max(2 * text.length, Math.addExact(length, id.length)));
      }
      System.arraycopy(id, 0, text, length, id.length);
      length += id.length;
      hashes[rows] = XXH64.hashUnsafeBytes(id, Platform.BYTE_ARRAY_OFFSET, id.length, SEED);
      ends[rows++] = length;
    }

    ScannedIds build() {
      return new ScannedIds(
          file,
          Arrays.copyOf(text, length),
          Arrays.copyOf(ends, rows),
          Arrays.copyOf(hashes, rows));
    }
  }
}
