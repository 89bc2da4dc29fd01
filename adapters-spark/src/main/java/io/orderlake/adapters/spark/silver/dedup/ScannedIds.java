package io.orderlake.adapters.spark.silver.dedup;

import java.io.Serializable;
import java.util.Arrays;
import org.apache.spark.sql.catalyst.expressions.XXH64;
import org.apache.spark.unsafe.Platform;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the event ids of one Bronze file's lines, record by record, as they will be if the
 * lines turn out to be valid. A line without an id has an empty one, which no valid line has.
 */
final class ScannedIds implements Serializable {
  private static final long serialVersionUID = 1;
  private static final long SEED = 42;

  /** Bytes of a UUID's key, and a few. */
  private static final int TYPICAL = 20;

  private final int file;
  private final byte[] text;
  private final int[] ends;
  private final long[] hashes;

  /** The row of each line; null where each record is one line. */
  private final int @Nullable [] rows;

  private ScannedIds(int file, byte[] text, int[] ends, long[] hashes, int @Nullable [] rows) {
    this.file = file;
    this.text = text;
    this.ends = ends;
    this.hashes = hashes;
    this.rows = rows;
  }

  /** The file's number in its range. */
  int file() {
    return file;
  }

  int lines() {
    return ends.length;
  }

  /** In which row of the file the line's record is. */
  int row(int line) {
    return rows == null ? line : rows[line];
  }

  boolean isMissing(int line) {
    return start(line) == ends[line];
  }

  /** The id's {@link IdKey}. */
  byte[] id(int line) {
    return Arrays.copyOfRange(text, start(line), ends[line]);
  }

  private int start(int line) {
    return line == 0 ? 0 : ends[line - 1];
  }

  /** Equal for equal ids, and hardly ever for others. */
  long hash(int line) {
    return hashes[line];
  }

  /** Takes the ids of one file, in the order of its rows and of their lines. */
  static final class Builder {
    private final int file;
    private byte[] text;
    private int length;
    private int[] ends;
    private long[] hashes;
    private int lines;
    private int[] rows = {};
    private int row;
    private boolean isTakenApart;

    /**
     * Empty.
     *
     * @param records how many there will be
     */
    Builder(int file, long records) {
      this.file = file;
      this.ends = new int[Math.toIntExact(records)];
      this.hashes = new long[ends.length];
      this.text = new byte[ends.length * TYPICAL + 64];
    }

    /** Takes the id of a record's next line. */
    void add(byte[] id) {
      if (text.length - length < id.length) {
        text = Arrays.copyOf(text, Math.max(2 * text.length, Math.addExact(length, id.length)));
      }
      if (lines == ends.length) {
        int more = Math.addExact(lines, Math.max(16, lines / 2));
        ends = Arrays.copyOf(ends, more);
        hashes = Arrays.copyOf(hashes, more);
      }
      System.arraycopy(id, 0, text, length, id.length);
      length += id.length;
      hashes[lines] = XXH64.hashUnsafeBytes(id, Platform.BYTE_ARRAY_OFFSET, id.length, SEED);
      ends[lines] = length;
      if (isTakenApart) {
        setRow(lines);
      }
      lines++;
    }

    /** The record has no further line. */
    void endRecord() {
      row++;
      if (!isTakenApart && lines != row) {
        isTakenApart = true;
        rows = new int[ends.length];
        for (int line = 0; line < lines; line++) {
          rows[line] = Math.min(line, row - 1);
        }
      }
    }

    private void setRow(int line) {
      if (line >= rows.length) {
        rows = Arrays.copyOf(rows, ends.length);
      }
      rows[line] = row;
    }

    ScannedIds build() {
      return new ScannedIds(
          file,
          Arrays.copyOf(text, length),
          Arrays.copyOf(ends, lines),
          Arrays.copyOf(hashes, lines),
          isTakenApart ? Arrays.copyOf(rows, lines) : null);
    }
  }
}
