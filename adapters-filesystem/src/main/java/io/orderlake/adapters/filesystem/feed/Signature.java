package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.vavr.collection.List;
import io.vavr.control.Option;
import java.util.Locale;

/**
 * What a file is that is no feed, by the bytes at its beginning.
 *
 * @param begins the bytes, each a character
 * @param at where they stand
 * @param what it is, and what to do
 */
record Signature(String begins, int at, String what) {
  private static final String ZIP = "PK\u0003\u0004";
  private static final String SPREADSHEET =
      "; save the sheet as xlsx or as CSV (UTF-8) and publish that, with --map";
  private static final String UNPACK = "; unpack it and publish what is in it, e.g. ";
  private static final String PIPE = " | orderlake produce --from -";
  private static final String TABLE =
      "; export it as CSV or as JSON lines, e.g. with DuckDB: COPY (FROM 'FILE') TO 'orders.csv'";

  private static final List<Signature> KNOWN =
      List.of(
          new Signature(ZIP, 0, "a zip archive" + UNPACK + "unzip -p FILE" + PIPE),
          new Signature("PK\u0005\u0006", 0, "an empty zip archive"),
          new Signature("PAR1", 0, "a Parquet file" + TABLE),
          new Signature(
              "Obj\u0001",
              0,
              "an Avro file; export it as JSON lines, e.g. java -jar avro-tools.jar tojson FILE"
                  + PIPE),
          new Signature("ORC", 0, "an ORC file; export it as CSV or as JSON lines"),
          new Signature("ARROW1", 0, "an Arrow file; export it as CSV or as JSON lines"),
          new Signature(
              "(\u00b5/\u00fd", 0, "compressed with zstd" + UNPACK + "zstd -dc FILE" + PIPE),
          new Signature(
              "\u00fd7zXZ\u0000", 0, "compressed with xz" + UNPACK + "xz -dc FILE" + PIPE),
          new Signature(
              "\u0004\"M\u0018", 0, "compressed with lz4" + UNPACK + "lz4 -dc FILE" + PIPE),
          new Signature(
              "\u00ff\u0006\u0000\u0000sNaPpY", 0, "compressed with Snappy; unpack it first"),
          new Signature(
              "\u001f\u009d", 0, "compressed with compress" + UNPACK + "zcat FILE" + PIPE),
          new Signature(
              "7z\u00bc\u00af'\u001c", 0, "a 7z archive; unpack it and publish what is in it"),
          new Signature(
              "Rar!\u001a\u0007", 0, "a RAR archive; unpack it and publish what is in it"),
          new Signature("ustar", 257, "a tar archive" + UNPACK + "tar -xOf FILE" + PIPE),
          new Signature(
              "%PDF-", 0, "a PDF document; publish the table that it was made from, as CSV"),
          new Signature("{\\rtf", 0, "a document of a word processor (RTF)"),
          new Signature(
              "SQLite format 3\u0000",
              0,
              "an SQLite database; export a table, e.g. sqlite3 -csv -header FILE 'SELECT …'"
                  + PIPE),
          new Signature("\u0089PNG", 0, "a picture (PNG)"),
          new Signature("\u00ff\u00d8\u00ff", 0, "a picture (JPEG)"),
          new Signature("GIF8", 0, "a picture (GIF)"),
          new Signature("\u007fELF", 0, "a program"),
          new Signature("MZ\u0090\u0000", 0, "a program"));

  /** What the bytes are, if they are known and no feed. */
  static Option<String> of(byte[] beginning) {
    String bytes = new String(beginning, ISO_8859_1);
    if (bytes.startsWith(ZIP)) {
      Option<String> inside = insideZip(bytes);
      if (inside.isDefined()) {
        return inside;
      }
    }
    return KNOWN.find(known -> bytes.startsWith(known.begins, known.at)).map(Signature::what);
  }

  private static Option<String> insideZip(String bytes) {
    if (bytes.contains("opendocument.spreadsheet")) {
      return Option.some("a spreadsheet of LibreOffice (ods)" + SPREADSHEET);
    }
    return Option.when(
        bytes.contains("opendocument"), () -> "a document of LibreOffice" + SPREADSHEET);
  }

  /** Whether they may be those of an Excel workbook, or another document of Office. */
  static boolean isWorkbook(byte[] beginning) {
    String bytes = new String(beginning, ISO_8859_1);
    return bytes.startsWith(ZIP)
        && !bytes.contains("opendocument")
        && (bytes.contains("xl/")
            || bytes.contains("workbook.xml")
            || bytes.contains("[Content_Types].xml"));
  }

  /** Whether they are those of a document of old Office, or an encrypted one. */
  static boolean isCompoundFile(byte[] beginning) {
    return new String(beginning, ISO_8859_1)
        .startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1");
  }

  /** What a text is, if it is known and no feed. */
  static Option<String> ofText(String text) {
    String begins = text.stripLeading().toLowerCase(Locale.ROOT);
    if (begins.startsWith("<!doctype html")
        || begins.startsWith("<html")
        || begins.startsWith("<head")) {
      return Option.some(
          "an HTML page, perhaps what a server answered instead of the file; download it anew, or"
              + " save the table as CSV");
    }
    return begins.startsWith("<?xml") || begins.matches("(?s)<[a-z!][^,;\\n]*>.*")
        ? Option.some("XML; publish JSON lines or a CSV instead")
        : Option.none();
  }
}
