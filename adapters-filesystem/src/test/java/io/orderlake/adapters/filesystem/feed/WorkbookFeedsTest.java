package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.orderlake.domain.feed.CellKind;
import io.orderlake.domain.feed.FeedForm;
import io.orderlake.domain.feed.FeedPart;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedSource;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.feed.TopArray;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sheets of Excel workbooks as feeds. */
class WorkbookFeedsTest {
  private static final String HEADER =
      "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Item</t></is></c>"
          + "<c r=\"B1\" t=\"inlineStr\"><is><t> Price </t></is></c></row>";
  private static final TableLayout UNKNOWN = TableLayout.UNKNOWN;

  @TempDir Path dir;

  private FeedSource file(byte[] content) {
    return file(content, Option.none());
  }

  private FeedSource file(byte[] content, Option<Charset> encoding) {
    try {
      return StreamFeedSource.file(Files.write(dir.resolve("orders.csv"), content), encoding);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private FeedTable table(byte[] content, TableLayout layout) {
    return file(content)
        .table(FeedPart.WHOLE, layout)
        .getOrElseThrow(problem -> new AssertionError(problem));
  }

  private static List<FeedRow> rows(FeedTable opened) {
    List<FeedRow> rows = new ArrayList<>();
    try (FeedTable table = opened) {
      for (Option<FeedRow> row = table.next().get(); row.isDefined(); row = table.next().get()) {
        rows.add(row.get());
      }
    }
    return rows;
  }

  private static List<List<String>> cells(FeedTable table) {
    return rows(table).stream().map(row -> row.cells().toJavaList()).toList();
  }

  /** Reads until the problem; fails when there is none. */
  private String problem(byte[] content) {
    FeedSource source = file(content);
    Either<String, FeedForm> form = source.form();
    if (form.isLeft()) {
      return form.getLeft();
    }
    Either<String, FeedTable> opened = source.table(FeedPart.WHOLE, UNKNOWN);
    if (opened.isLeft()) {
      return opened.getLeft();
    }
    try (FeedTable table = opened.get()) {
      while (true) {
        Either<String, Option<FeedRow>> next = table.next();
        if (next.isLeft()) {
          return next.getLeft();
        }
        assertThat(next.get().isDefined()).as("a problem before the end").isTrue();
      }
    }
  }

  private static String text(String text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  }

  private static String number(String number) {
    return "<c><v>" + number + "</v></c>";
  }

  private static String row(String... cells) {
    return "<row>" + String.join("", cells) + "</row>";
  }

  /** The one cell below a header, with its kind. */
  private String cell(Xlsx workbook) {
    FeedRow row = rows(table(workbook.bytes(), UNKNOWN)).get(0);
    return row.kind(0) + " " + row.cells().get(0);
  }

  private String cell(String xml) {
    return cell(Xlsx.of(row(text("Value")) + row(xml)));
  }

  @Test
  void a_sheet_is_a_table_whose_rows_know_their_own_numbers() {
    byte[] workbook =
        Xlsx.of(
                "<row r=\"2\"/>"
                    + HEADER.replace("1", "3")
                    + "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>0</v></c><c r=\"C5\"><v>3.5</v></c></row>"
                    + "<row r=\"6\"><c r=\"A6\" s=\"0\"/></row>"
                    + "<row r=\"9\"><c r=\"B9\" t=\"s\"><v>1</v></c></row>")
            .texts(
                "<si><t>Desk, </t><rPh><t>x</t></rPh></si><si><r><t>big</t></r><r><t>ger</t></r></si>")
            .bytes();
    FeedSource source = file(workbook);

    assertThat(source.form()).isEqualTo(Either.right(FeedForm.TABLE));
    assertThat(source.isRepeatable()).isTrue();
    try (FeedTable table = source.table(FeedPart.FIRST, UNKNOWN).get()) {
      assertThat(table.columns()).containsExactly("Item", "Price");
      assertThat(table.delimiter()).isEmpty();
      assertThat(table.note()).isEmpty();
    }
    List<FeedRow> rows = rows(source.table(FeedPart.WHOLE, UNKNOWN).get());
    assertThat(rows).extracting(FeedRow::number).containsExactly(1L, 2L);
    assertThat(rows).extracting(FeedRow::line).containsExactly(5L, 9L);
    assertThat(rows.get(0).cells()).containsExactly("Desk, ", "", "3.5");
    assertThat(rows.get(0).kind(2)).isEqualTo(CellKind.NUMBER);
    assertThat(rows.get(0).kind(7)).isEqualTo(CellKind.TEXT);
    assertThat(rows.get(1).cells()).containsExactly("", "bigger");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.1000000000000001 | NUMBER 1.1",
        "11.95 | NUMBER 11.95",
        "899.99000000000001 | NUMBER 899.99",
        "0.30000000000000004 | NUMBER 0.30000000000000004",
        "2.0 | NUMBER 2",
        "1E3 | NUMBER 1000",
        "1.0E-2 | NUMBER 0.01",
        "-0.5 | NUMBER -0.5",
        "0 | NUMBER 0",
        "176558 | NUMBER 176558",
        "0.1234567890123456789 | NUMBER 0.1234567890123456789",
        "1E300 | TEXT 1E300",
        "ERROR | TEXT ERROR",
      })
  void a_number_is_the_one_that_was_typed(String stored, String read) {
    assertThat(cell(number(stored))).isEqualTo(read);
  }

  @Test
  void other_cells_are_what_they_show() {
    assertThat(cell("<c t=\"b\"><v>1</v></c>")).isEqualTo("TEXT TRUE");
    assertThat(cell("<c t=\"e\"><v>#N/A</v></c>")).isEqualTo("TEXT #N/A");
    assertThat(cell(text("007"))).isEqualTo("TEXT 007");
    assertThat(cell("<c><f>A1*2</f><v>7</v></c>")).isEqualTo("NUMBER 7");
    assertThat(cell("<c t=\"str\"><f>A1&amp;B1</f><v>ab</v></c>")).isEqualTo("TEXT ab");
    assertThat(cell("<c t=\"b\"><f>A1=B1</f><v>0</v></c>")).isEqualTo("TEXT FALSE");
    assertThat(cell("<c><f>A1*2</f></c>")).as("never computed").isEqualTo("TEXT =A1*2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "14 | 46346 | TIME 2026-11-20",
        "14 | 46346.5 | TIME 2026-11-20T12:00:00",
        "22 | 46346.586805555555 | TIME 2026-11-20T14:05:00",
        "22 | 46346 | TIME 2026-11-20T00:00:00",
        "20 | 0.58680555555555558 | TIME 14:05:00",
        "46 | 1.5 | NUMBER 1.5",
        "dd.mm.yyyy | 46346 | TIME 2026-11-20",
        "[$-407]d. mmmm yyyy;@ | 46346 | TIME 2026-11-20",
        "yyyy\\-mm\\-dd\"T\"hh:mm:ss.000 | 46346.25 | TIME 2026-11-20T06:00:00",
        "h:mm AM/PM | 0.75 | TIME 18:00:00",
        "mmm | 46346 | TIME 2026-11-20",
        "[h]:mm | 2 | NUMBER 2",
        "0.00 \"per day\" | 3.5 | NUMBER 3.5",
        "#,##0.00 [$€-407];[Red]-#,##0.00 | 3.5 | NUMBER 3.5",
        "0.00_d\\d*s | 3.5 | NUMBER 3.5",
        "General | 3.5 | NUMBER 3.5",
        "dd.mm.yyyy | -1 | NUMBER -1",
        "dd.mm.yyyy | 99999999 | NUMBER 99999999",
      })
  void a_date_is_iso_text_however_it_is_shown(String format, String stored, String read) {
    String styled = "<c s=\"1\"><v>" + stored + "</v></c>";

    assertThat(cell(Xlsx.of(row(text("Value")) + row(styled)).formats("0", format)))
        .isEqualTo(read);
  }

  @Test
  void days_can_begin_in_1904() {
    assertThat(
            cell(
                Xlsx.of(row(text("Value")) + row("<c s=\"0\"><v>44884</v></c>"))
                    .formats("14")
                    .properties("<workbookPr date1904=\"1\"/>")))
        .isEqualTo("TIME 2026-11-20");
  }

  @Test
  void the_first_sheet_that_is_not_hidden_is_read_unless_another_is_named() {
    byte[] workbook =
        new Xlsx()
            .sheet("Notes", "worksheet", "state=\"veryHidden\"", row(text("x")))
            .sheet("Chart", "chartsheet", "", "")
            .sheet("April", HEADER + row(text("Cup"), number("1")))
            .sheet("May", HEADER + row(text("Pot"), number("2")))
            .bytes();

    try (FeedTable table = table(workbook, UNKNOWN)) {
      assertThat(table.note().get())
          .isEqualTo(
              "of the sheets 'Notes', 'April', 'May' 'April' is read; --sheet names another one");
    }
    assertThat(cells(table(workbook, UNKNOWN))).containsExactly(List.of("Cup", "1"));
    try (FeedTable table = table(workbook, UNKNOWN.withSheet(Option.some("may")))) {
      assertThat(table.note()).isEmpty();
      assertThat(cells(table)).containsExactly(List.of("Pot", "2"));
    }
    assertThat(
            file(workbook).table(FeedPart.WHOLE, UNKNOWN.withSheet(Option.some("Mai"))).getLeft())
        .contains("there is no sheet 'Mai' ('May'?)", "'Notes', 'April', 'May'");
  }

  @Test
  void columns_can_be_named_when_no_row_does() {
    TableLayout layout =
        UNKNOWN.withNames(Option.some(io.vavr.collection.List.of("Item", "Price")));

    assertThat(cells(table(Xlsx.of(row(text("Cup"), number("1"))).bytes(), layout)))
        .containsExactly(List.of("Cup", "1"));
    assertThat(file(Xlsx.of("").bytes()).table(FeedPart.WHOLE, UNKNOWN).getLeft())
        .contains("no header row");
  }

  @Test
  void a_workbook_that_is_compressed_or_comes_on_a_stream_is_held() throws IOException {
    byte[] workbook = Xlsx.of(HEADER + row(text("Cup"), number("1"))).bytes();
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(workbook);
    }
    List<FeedSource> sources =
        List.of(
            file(packed.toByteArray()),
            StreamFeedSource.stream("in", new ByteArrayInputStream(workbook), Option.none()));

    for (FeedSource source : sources) {
      assertThat(source.form()).isEqualTo(Either.right(FeedForm.TABLE));
      assertThat(source.isRepeatable()).isTrue();
      for (FeedPart part : List.of(FeedPart.FIRST, FeedPart.WHOLE, FeedPart.WHOLE)) {
        assertThat(cells(source.table(part, UNKNOWN).get())).containsExactly(List.of("Cup", "1"));
      }
    }
  }

  @Test
  void what_is_said_of_texts_is_said_of_no_workbook() {
    byte[] workbook = Xlsx.of(HEADER).bytes();

    assertThat(
            file(workbook, Option.some(UTF_8))
                .table(
                    FeedPart.WHOLE,
                    UNKNOWN
                        .withDelimiter(Option.some(';'))
                        .withQuote(TableLayout.Quote.said(Option.none())))
                .getLeft())
        .contains("Excel workbook", "leave out --delimiter, --quote, --encoding");
    assertThat(file(workbook).lines(FeedPart.WHOLE).getLeft())
        .contains("Excel workbook", "--format jsonl");
    assertThat(file(workbook).records(FeedPart.WHOLE, TopArray.RECORDS).getLeft())
        .contains("Excel workbook", "--format jsonl");
  }

  private static byte[] compound(String... names) {
    ByteBuffer bytes = ByteBuffer.allocate(3 * 512).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put(new byte[] {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0});
    bytes.put(new byte[] {(byte) 0xa1, (byte) 0xb1, 0x1a, (byte) 0xe1});
    bytes.putShort(30, (short) 9).putInt(48, 1);
    for (int i = 0; i < names.length; i++) {
      bytes.position(1024 + 128 * i).put(names[i].getBytes(UTF_16LE));
    }
    return bytes.array();
  }

  @Test
  void what_is_no_workbook_that_can_be_read_is_named_with_what_to_do() {
    String other = "application/vnd.ms-excel.sheet.binary.macroEnabled.main";

    assertThat(problem(compound("Root Entry", "EncryptionInfo", "EncryptedPackage")))
        .contains("with a password", "take the password off");
    assertThat(problem(compound("Root Entry", "Workbook"))).contains("(xls)", "save it as xlsx");
    assertThat(problem(compound("Root Entry", "WordDocument"))).contains("another document");
    assertThat(problem(Arrays.copyOf(compound(), 40))).contains("old Office");
    assertThat(problem(Xlsx.of(HEADER).type(other).bytes())).contains("binary", "(xlsb)", "CSV");
    assertThat(problem(Xlsx.of(HEADER).strict().bytes())).contains("Strict Open XML", "CSV");
    assertThat(problem(new Xlsx().sheet("M", "xlMacrosheet", "", HEADER).bytes()))
        .contains("it has no sheet with cells, only charts or macros ('M')", "copy the table");
    byte[] whole = Xlsx.of(HEADER).bytes();
    assertThat(problem(Arrays.copyOf(whole, whole.length - 30)))
        .contains("Excel workbook (xlsx) that cannot be read", "copied whole", "CSV");
    String shared = HEADER + "<row><c t=\"s\"><v>7</v></c></row>";
    for (Xlsx wrong : List.of(Xlsx.of(shared), Xlsx.of(shared).texts("<si/>"))) {
      assertThat(problem(wrong.bytes())).contains("refers to text 7", "(row 2)", "CSV");
    }
    assertThat(problem(Xlsx.of(HEADER + "<row><c t=\"d\"><v>2026</v></c></row>").bytes()))
        .contains("row 1 (behind line 1) cannot be read", "CSV");
    assertThat(problem(Xlsx.of(HEADER + "<row><c>").bytes())).contains("cannot be read", "CSV");
    assertThat(problem(Xlsx.of("<row>" + text("a&#0;") + "</row>").bytes()))
        .contains("cannot be read");
  }

  @Test
  void a_workbook_with_macros_is_read_and_they_are_not_run() {
    byte[] workbook =
        Xlsx.of(HEADER + row(text("Cup"), number("1")))
            .type("application/vnd.ms-excel.sheet.macroEnabled.main+xml")
            .bytes();

    assertThat(cells(table(workbook, UNKNOWN))).containsExactly(List.of("Cup", "1"));
  }

  @Test
  void what_would_fill_the_memory_is_refused_before_it_is_read() {
    String row = HEADER + row(text(" ".repeat(17 << 20)));
    assertThat(problem(Xlsx.of(row).bytes())).contains("a record of more than 16 MiB");
    assertThat(problem(Xlsx.of(HEADER).texts("<si/>".repeat(2_700_000)).bytes()))
        .contains("its texts take more than 128 MiB");
    assertThat(problem(Xlsx.of(HEADER).texts(" ".repeat(17 << 20)).bytes()))
        .contains("a record of more than 16 MiB");
    assertThat(problem(Xlsx.of(HEADER).properties(" ".repeat(17 << 20)).bytes()))
        .contains("xl/workbook.xml is larger than 16 MiB when it is unpacked");
    assertThat(problem(Xlsx.of(HEADER + row("<c/>".repeat(20_000))).bytes()))
        .contains("a row of more than 16384 cells");
    assertThat(problem(Xlsx.of("<row/>".repeat(1_048_577)).bytes()))
        .contains("more than 1048576 rows");
    assertThat(problem(Xlsx.of(HEADER + "<row><c r=\"ZZZZZZ2\"/></row>").bytes()))
        .contains("beyond the last column");
    assertThat(problem(Xlsx.of(HEADER + row(number("1".repeat(500)))).bytes()))
        .contains("more than 400 digits");
    String formula =
        "<row><c><f t=\"shared\" ref=\"A1\" si=\"0\">" + "1+".repeat(100_000) + "1</f></c></row>";
    assertThat(problem(Xlsx.of(HEADER + formula.repeat(200)).bytes()))
        .contains("too many formulas");
  }
}
