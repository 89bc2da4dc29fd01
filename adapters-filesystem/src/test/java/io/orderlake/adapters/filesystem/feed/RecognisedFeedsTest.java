package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedLines;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.vavr.collection.HashSet;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What people have for feeds is recognised by its content. */
class RecognisedFeedsTest {
  private static final String TWO = "{\"a\":1.50,\"b\":\"ü 😀\"}\n{\"a\":2}\n";

  @TempDir Path dir;

  private interface Packing {
    OutputStream on(OutputStream out) throws IOException;
  }

  private static byte[] packed(Packing packing, byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream out = packing.on(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }

  private StreamFeedSource feed(byte[] content, String... encoding) throws IOException {
    Option<Charset> charset =
        encoding.length == 0 ? Option.none() : Option.some(Charset.forName(encoding[0]));
    return StreamFeedSource.file(Files.write(dir.resolve("feed.csv"), content), charset);
  }

  private static List<String> lines(StreamFeedSource feed) {
    List<String> all = new ArrayList<>();
    try (FeedLines lines =
        feed.lines(FeedPart.WHOLE).getOrElseThrow(problem -> new AssertionError(problem))) {
      for (var next = lines.next(); ; next = lines.next()) {
        if (next.isLeft()) {
          all.add("! " + next.getLeft());
          return all;
        }
        if (next.get().isEmpty()) {
          return all;
        }
        all.add(next.get().get().number() + " " + new String(next.get().get().bytes(), UTF_8));
      }
    }
  }

  private List<String> linesOf(String text) throws IOException {
    StreamFeedSource feed = feed(text.getBytes(UTF_8));
    assertThat(feed.form()).isEqualTo(Either.right(FeedForm.EVENTS));
    return lines(feed);
  }

  @Test
  void compressed_feeds_are_unpacked() throws IOException {
    byte[] gzip = packed(GZIPOutputStream::new, TWO.getBytes(UTF_8));
    byte[] twice = Arrays.copyOf(gzip, 2 * gzip.length);
    System.arraycopy(gzip, 0, twice, gzip.length, gzip.length);

    assertThat(lines(feed(gzip))).containsExactly("1 {\"a\":1.50,\"b\":\"ü 😀\"}", "2 {\"a\":2}");
    assertThat(lines(feed(twice))).as("of two members").hasSize(4);
    assertThat(lines(feed(packed(GZIPOutputStream::new, gzip)))).hasSize(2);
    assertThat(lines(feed(packed(BZip2CompressorOutputStream::new, TWO.getBytes(UTF_8)))))
        .hasSize(2);
  }

  @Test
  void zero_bytes_behind_gzip_are_padding_and_others_are_refused() throws IOException {
    byte[] gzip = packed(GZIPOutputStream::new, TWO.getBytes(UTF_8));
    byte[] big = packed(GZIPOutputStream::new, TWO.repeat(20_000).getBytes(UTF_8));
    byte[] bzip2 = packed(BZip2CompressorOutputStream::new, TWO.getBytes(UTF_8));

    for (int zeros : new int[] {1, 511, 200_000}) {
      assertThat(lines(feed(Arrays.copyOf(gzip, gzip.length + zeros)))).hasSize(2);
      assertThat(lines(feed(Arrays.copyOf(big, big.length + zeros)))).hasSize(40_000);
    }
    for (byte[] behind : List.of(new byte[] {7}, new byte[] {0, 0, 7}, new byte[] {0, 0x1f})) {
      byte[] more = Arrays.copyOf(gzip, gzip.length + behind.length);
      System.arraycopy(behind, 0, more, gzip.length, behind.length);
      assertThat(feed(more).form().getLeft())
          .contains("cannot be read: behind the end of what gzip has packed", "gzip -dc");
    }
    assertThat(feed(Arrays.copyOf(bzip2, bzip2.length + 4)).form().getLeft())
        .contains("behind the end of what bzip2 has packed");
  }

  @Test
  void a_compressed_feed_that_is_not_whole_is_an_error() throws IOException {
    byte[] big = TWO.repeat(20_000).getBytes(UTF_8);
    byte[] gzip = packed(GZIPOutputStream::new, big);

    List<String> lines = lines(feed(Arrays.copyOf(gzip, gzip.length - 20)));

    assertThat(lines.get(lines.size() - 1))
        .startsWith("! line ")
        .contains("compressed", "too early");
    assertThat(feed(Arrays.copyOf(gzip, 12)).form().getLeft()).contains("too early");
    assertThat(feed(packed(GZIPOutputStream::new, new byte[0])).form().getLeft())
        .contains("it is empty inside gzip");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
  void encodings_are_recognised_by_their_mark(String name) throws IOException {
    assertThat(lines(feed(("\uFEFF" + TWO).getBytes(name))))
        .containsExactly("1 {\"a\":1.50,\"b\":\"ü 😀\"}", "2 {\"a\":2}");
  }

  @Test
  void utf_16_is_recognised_without_a_mark() throws IOException {
    for (Charset charset : List.of(UTF_16LE, UTF_16BE)) {
      assertThat(lines(feed(TWO.getBytes(charset)))).hasSize(2);
      try (FeedTable table =
          feed("Stadt;Preis\r\nKöln;3,50\r\n".getBytes(charset))
              .table(FeedPart.WHOLE, TableLayout.UNKNOWN)
              .get()) {
        assertThat(table.columns()).containsExactly("Stadt", "Preis");
        assertThat(table.next().get().get().cells()).containsExactly("Köln", "3,50");
      }
    }
  }

  @Test
  void an_encoding_of_one_byte_is_not_guessed_and_can_be_named() throws IOException {
    byte[] windows = "a,b\nx,y\nKöln,€\n".getBytes("windows-1252");

    assertThat(feed(windows).form().getLeft())
        .contains("line 3 is not UTF-8", "--encoding windows-1252");
    try (FeedTable table =
        feed(windows, "windows-1252").table(FeedPart.WHOLE, TableLayout.UNKNOWN).get()) {
      table.next();
      assertThat(table.next().get().get().cells()).containsExactly("Köln", "€");
    }
  }

  @Test
  void a_byte_that_is_no_text_far_behind_is_named_by_its_line() throws IOException {
    String filler = "x,y\n".repeat(30_000);
    byte[] utf = ("a,b\nü,1\n" + filler).getBytes(UTF_8);
    byte[] tail = "\"two\nlines\u00e9\",1\n".getBytes(ISO_8859_1);
    byte[] mixed = Arrays.copyOf(utf, utf.length + tail.length);
    System.arraycopy(tail, 0, mixed, utf.length, tail.length);

    assertThat(problem(mixed)).contains("row 30002 (line 30004)", "--encoding");
    assertThat(problem(("a,b\n" + filler + "x\0,1\n").getBytes(UTF_8)))
        .contains("row 30001 (line 30002) has a NUL character");
  }

  private String problem(byte[] content) throws IOException {
    try (FeedTable table = feed(content).table(FeedPart.WHOLE, TableLayout.UNKNOWN).get()) {
      while (true) {
        Either<String, Option<FeedRow>> next = table.next();
        if (next.isLeft()) {
          return next.getLeft();
        }
        assertThat(next.get().isDefined()).isTrue();
      }
    }
  }

  @Test
  void events_of_json_come_one_by_one_however_they_lie() throws IOException {
    assertThat(linesOf("[{\"a\": 1.50, \"b\": [1, {\"c\": null}]}, {\"a\":1e2}]"))
        .containsExactly("1 {\"a\":1.50,\"b\":[1,{\"c\":null}]}", "1 {\"a\":1e2}");
    assertThat(linesOf("\n[\n  {\n    \"a\": \"x\\\"\\u00fc\"\n  },\n  {\"a\": true}\n]\n"))
        .containsExactly("3 {\"a\":\"x\\\"ü\"}", "6 {\"a\":true}");
    assertThat(linesOf("{\n \"a\": 1\n}\n{\n \"a\": 2\n}\n"))
        .containsExactly("1 {\"a\":1}", "4 {\"a\":2}");
    assertThat(linesOf("{\"a\":1}{\"a\":2}\n")).containsExactly("1 {\"a\":1}", "1 {\"a\":2}");
    assertThat(linesOf("{\"a\":1}\r{\"a\":2}\r")).containsExactly("1 {\"a\":1}", "2 {\"a\":2}");
    assertThat(linesOf("[{\"a\":1},\n{\"a\":2},\n{\"a\":3}]\n")).hasSize(3);
    assertThat(linesOf("[]")).isEmpty();
  }

  @Test
  void a_line_that_is_no_json_among_lines_that_are_is_a_line_like_any_other() throws IOException {
    assertThat(linesOf("{\"a\":1,\n{\"a\":2}\n{\"a\":3}\n"))
        .containsExactly("1 {\"a\":1,", "2 {\"a\":2}", "3 {\"a\":3}");
  }

  @Test
  void a_last_line_that_is_not_whole_is_an_error() throws IOException {
    assertThat(linesOf("{\"a\":1}\n{\"a\":2}\n{\"a\":"))
        .last()
        .asString()
        .startsWith("! line 3, the last one, ends in the middle");
    assertThat(linesOf("{\"a\":1}\n{\"a\":2}\n{\"a\":\n")).last().isEqualTo("3 {\"a\":");
  }

  @Test
  void json_that_breaks_off_names_the_line_and_a_list_in_an_object_is_pointed_out()
      throws IOException {
    assertThat(linesOf("[\n{\"a\":1},\n{\"a\" 2}\n]"))
        .last()
        .asString()
        .startsWith("! line 3 is not JSON near column ");
    assertThat(linesOf("[{\"a\":1},\n{\"a\":"))
        .last()
        .asString()
        .startsWith("! line 2 is the last one and ends in the middle of a value");
    assertThat(linesOf("{\"count\":1,\n\"orders\":[{\"event_id\":\"x\"}]}"))
        .last()
        .asString()
        .contains("holds a list, 'orders'", "jq -c '.orders[]'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAR1\\x15|Parquet",
        "Obj\\x01|Avro",
        "%PDF-1.7|PDF",
        "\\x28\\xb5\\x2f\\xfd|zstd -dc",
        "\\xfd7zXZ\\x00|xz -dc",
        "\\xd0\\xcf\\x11\\xe0\\xa1\\xb1\\x1a\\xe1|xls",
        "7z\\xbc\\xaf\\x27\\x1c|7z archive",
        "\\x89PNG|picture",
        "SQLite format 3\\x00|SQLite",
        "<!DOCTYPE html><html>|HTML",
        "<?xml version='1.0'?><orders/>|XML",
        "a,b\\x00\\x00c|bytes of zero",
      })
  void what_is_no_feed_is_named_with_what_to_do(String begins, String what) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < begins.length(); i++) {
      boolean hex = begins.startsWith("\\x", i);
      bytes.write(hex ? Integer.parseInt(begins.substring(i + 2, i + 4), 16) : begins.charAt(i));
      i += hex ? 3 : 0;
    }
    bytes.write(new byte[] {1, 2, 3, 4});

    assertThat(feed(bytes.toByteArray()).form().getLeft()).contains(what);
    assertThat(feed(packed(GZIPOutputStream::new, bytes.toByteArray())).form().getLeft())
        .contains(what);
  }

  @Test
  void archives_are_told_from_spreadsheets() throws IOException {
    assertThat(feed(zip("[Content_Types].xml", "xl/workbook.xml")).form().getLeft())
        .contains("Excel workbook (xlsx)", "CSV");
    assertThat(feed(zip("orders.jsonl")).form().getLeft()).contains("zip archive", "unzip -p");
  }

  private static byte[] zip(String... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String entry : entries) {
        zip.putNextEntry(new ZipEntry(entry));
        zip.write('x');
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "a;b;c\\n1;2,5;3\\n~;",
        "a\\tb\\n1,5\\t2\\n~tab",
        "a|b\\n1|2,5\\n~|",
        "sep=;\\na,x;b\\n1;2\\n~;",
        "\"sep=|\"\\r\\na|b\\r\\n1|2\\r\\n~|",
        "\"a;b\",c\\n1,2\\n~,",
        "a,b;c\\n1,2;3\\n4,5;6\\n~,",
        "a b\\nx\\n~,",
      })
  void the_delimiter_is_found_out(String text, String delimiter) throws IOException {
    String content = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t");
    TableLayout named =
        TableLayout.UNKNOWN.expecting(
            content.startsWith("a,b;c") ? HashSet.of("a") : HashSet.empty());
    try (FeedTable table = feed(content.getBytes(UTF_8)).table(FeedPart.WHOLE, named).get()) {
      assertThat(table.delimiter())
          .isEqualTo(Option.some(delimiter.equals("tab") ? '\t' : delimiter.charAt(0)));
      FeedRow row = table.next().get().get();
      assertThat(row.line())
          .isEqualTo(content.toLowerCase(java.util.Locale.ROOT).contains("sep=") ? 3 : 2);
    }
  }

  @Test
  void a_delimiter_that_cannot_be_told_is_asked_for() throws IOException {
    assertThat(
            feed("a,b;c\n1,2;3\n".getBytes(UTF_8))
                .table(FeedPart.WHOLE, TableLayout.UNKNOWN)
                .getLeft())
        .contains("',' or ';'", "--delimiter");
  }

  @Test
  void a_quote_that_leaves_no_delimiter_is_refused() throws IOException {
    for (char sign : new char[] {',', ';'}) {
      String csv = "a,b\n1,2\n".replace(',', sign);
      TableLayout layout = TableLayout.UNKNOWN.withQuote(TableLayout.Quote.said(Option.some(sign)));

      assertThat(feed(csv.getBytes(UTF_8)).table(FeedPart.WHOLE, layout).getLeft())
          .contains("stand in '" + sign + "'", "--quote", "--delimiter");
      assertThat(
              feed(("sep=" + sign + "\n" + csv).getBytes(UTF_8))
                  .table(FeedPart.WHOLE, layout)
                  .getLeft())
          .contains("'" + sign + "'", "--quote");
    }
  }

  @ParameterizedTest
  @CsvSource({"',,\n',3", "'\n,,\n\n , ,\n',6", "';;\n',3", "'\" \n\",,\n',4"})
  void rows_of_blank_cells_above_the_header_are_none(String above, long line) throws IOException {
    String text = above.replace("\\n", "\n");
    char sign = text.indexOf(';') < 0 ? ',' : ';';
    String table = (text + "a,b,c\n1,2,3\n4,5,\0\n").replace(',', sign);
    try (FeedTable read =
        feed(table.replace('\0', '6').getBytes(UTF_8))
            .table(FeedPart.WHOLE, TableLayout.UNKNOWN)
            .get()) {
      assertThat(read.columns()).containsExactly("a", "b", "c");
      FeedRow row = read.next().get().get();
      assertThat(row.number()).isEqualTo(1);
      assertThat(row.line()).isEqualTo(line);
    }
  }

  @Test
  void a_table_of_blank_rows_alone_has_no_header() throws IOException {
    assertThat(
            feed(",,\n,,\n".getBytes(UTF_8)).table(FeedPart.WHOLE, TableLayout.UNKNOWN).getLeft())
        .contains("no header row");
  }

  @Test
  void a_value_of_any_size_within_a_line_is_one_line_like_any_other() throws IOException {
    List<String> values =
        List.of(
            "[".repeat(1_200) + "]".repeat(1_200),
            "{\"a\":" + "[".repeat(1_200) + "]".repeat(1_200) + "}",
            "{\"a\":" + "9".repeat(1_200) + "}",
            "{\"a\":0." + "9".repeat(60_000) + "}",
            "{\"" + "k".repeat(60_000) + "\":1}");
    for (String value : values) {
      assertThat(linesOf("[{\"a\":1},\n" + value + ",\n{\"a\":3}]"))
          .containsExactly("1 {\"a\":1}", "2 " + value, "3 {\"a\":3}");
    }
  }

  @Test
  void a_value_beyond_all_bounds_is_named_by_the_line_where_it_begins() throws IOException {
    for (String value :
        List.of(
            "[".repeat(100_001) + "]".repeat(100_001),
            "\"" + "x".repeat(21_000_000) + "\"",
            "9".repeat(21_000_000))) {
      assertThat(linesOf("[{\"a\":1},\n{\"a\":\n" + value + "}]"))
          .hasSize(2)
          .last()
          .asString()
          .startsWith("! the value on line 2 ")
          .contains("16777216 characters", "100000 lists")
          .hasSizeLessThan(300);
    }
  }
}
