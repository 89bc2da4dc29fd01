package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * A file of old Office, which is a small file system of its own ([MS-CFB]): an old workbook, or a
 * new one that is encrypted.
 */
final class CompoundFile {
  private static final int HEADER = 512;
  private static final int SECTOR_SHIFT_AT = 30;
  private static final int DIRECTORY_AT = 48;
  private static final int LARGEST_SHIFT = 12;

  /** Some dozens of entries. */
  private static final int LOOKED_AT = 1 << 13;

  private CompoundFile() {}

  /**
   * What it is, and what to do.
   *
   * @param in at its beginning
   */
  static String what(InputStream in) throws IOException {
    String names = directory(in);
    if (names.contains("EncryptedPackage")) {
      return "an Excel workbook, or another document of Office, with a password; take the password"
          + " off, or save the sheet as CSV (UTF-8), and publish that";
    }
    return names.contains("Workbook") || names.contains("Book")
        ? "an Excel workbook of before 2007 (xls); save it as xlsx, or the sheet as CSV (UTF-8), and"
            + " publish that"
        : "an Excel workbook (xls), one with a password, or another document of old Office; save the"
            + " sheet as xlsx without a password, or as CSV (UTF-8), and publish that";
  }

  /** The names in the first part of its directory, among other signs. */
  private static String directory(InputStream in) throws IOException {
    ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER)).order(ByteOrder.LITTLE_ENDIAN);
    if (header.limit() < HEADER) {
      return "";
    }
    int shift = header.getShort(SECTOR_SHIFT_AT);
    long sector = Integer.toUnsignedLong(header.getInt(DIRECTORY_AT));
    if (shift < 0 || shift > LARGEST_SHIFT) {
      return "";
    }
    in.skip(((sector + 1) << shift) - HEADER);
    return new String(in.readNBytes(LOOKED_AT), UTF_16LE);
  }
}
