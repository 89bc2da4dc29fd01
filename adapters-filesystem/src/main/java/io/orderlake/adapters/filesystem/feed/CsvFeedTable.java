package io.orderlake.adapters.filesystem.feed;

import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.notation.CellText;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of text with a header row, read by Commons CSV. Lines are counted here: each record is
 * one line and one more for every line break in its cells.
 */
final class CsvFeedTable implements FeedTable {
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final RecordLimit limit;
  private final char delimiter;
  private final TableLayout.Quote quote;
  private final boolean cut;
  private Array<String> columns = Array.empty();
  private long line;
  private long nextLine;
  private long rows;

  private CsvFeedTable(
      CSVParser parser,
      RecordLimit limit,
      Delimiters.Found found,
      TableLayout.Quote quote,
      boolean cut) {
    this.parser = parser;
    this.records = parser.iterator();
    this.limit = limit;
    this.delimiter = found.delimiter();
    this.quote = quote;
    this.nextLine = found.declared() == 0 ? 1 : 2;
    this.cut = cut;
  }

  static CSVFormat format(char delimiter, TableLayout.Quote quote) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setQuote(quote.sign().getOrNull())
        .setIgnoreEmptyLines(false)
        .setIgnoreSurroundingSpaces(true)
        .get();
  }

  /**
   * Reads the header, if it has one; closes the text when there is none to use.
   *
   * @param found what separates its cells
   * @param cut the text goes on behind what is there, so that a row that breaks off is no error
   */
  static Either<String, FeedTable> of(
      Reader text, Delimiters.Found found, TableLayout layout, boolean cut) {
    CsvFeedTable table;
    try {
      for (int i = 0; i < found.declared(); i++) {
        int ignored = text.read();
      }
      RecordLimit limit = new RecordLimit(text);
      CSVParser parser = CSVParser.parse(limit, format(found.delimiter(), layout.quote()));
      table = new CsvFeedTable(parser, limit, found, layout.quote(), cut);
    } catch (IOException e) {
      Closing.quietly(text);
      return Either.left("cannot be read: " + Closing.reason(e));
    }
    if (layout.names().isDefined()) {
      return Either.right(table.withColumns(layout.names().get().toArray()));
    }
    return table
        .header()
        .flatMap(header -> header.toEither("it has no header row with the columns' names"))
        .peekLeft(problem -> table.close())
        .map(table::withColumns);
  }

  /** The first record that has more than blank cells. */
  private Either<String, Option<Array<String>>> header() {
    Either<String, Option<Array<String>>> read = record("the header");
    while (read.exists(record -> record.exists(CsvFeedTable::isBlank))) {
      read = record("the header");
    }
    return read;
  }

  private static boolean isBlank(Array<String> cells) {
    return cells.forAll(cell -> CellText.clean(cell).isEmpty());
  }

  private FeedTable withColumns(Array<String> header) {
    columns = header.map(CellText::clean);
    return this;
  }

  @Override
  public Seq<String> columns() {
    return columns;
  }

  @Override
  public Option<Character> delimiter() {
    return Option.some(delimiter);
  }

  @Override
  public Option<String> note() {
    return Option.none();
  }

  @Override
  public Either<String, Option<FeedRow>> next() {
    Either<String, Option<Array<String>>> read = record("row " + (rows + 1));
    if (cut && (read.isLeft() || !hasMore())) {
      return Either.right(Option.none());
    }
    return read.map(record -> record.map(cells -> new FeedRow(++rows, line, cells)));
  }

  /** False at the end of what is there, where the last record may not be whole. */
  private boolean hasMore() {
    try {
      return records.hasNext();
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /** The next record that is no blank line. */
  private Either<String, Option<Array<String>>> record(String what) {
    try {
      while (records.hasNext()) {
        limit.begin();
        Array<String> cells = Array.ofAll(records.next());
        line = nextLine;
        nextLine = line + 1 + cells.map(CsvFeedTable::breaks).sum().longValue();
        if (cells.size() > 1 || !CellText.clean(cells.get(0)).isEmpty()) {
          return text(what, cells);
        }
      }
      return Either.right(Option.none());
    } catch (UncheckedIOException e) {
      return Either.left(what + " (line " + nextLine + ") " + sentence(e));
    }
  }

  private Either<String, Option<Array<String>>> text(String what, Array<String> cells) {
    long at = line;
    for (String cell : cells) {
      int wrong = firstOf(cell);
      if (wrong >= 0) {
        return Either.left(
            "%s (line %s) %s"
                .formatted(
                    what,
                    at + breaks(cell.substring(0, wrong)),
                    cell.charAt(wrong) == 0
                        ? "has a NUL character, which no text has"
                        : "has bytes that are no text in the file's encoding; if it is from"
                            + " Windows, try --encoding windows-1252"));
      }
      at += breaks(cell);
    }
    return Either.right(Option.some(cells));
  }

  private static int firstOf(String cell) {
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == 0 || c == Opened.NO_CHARACTER) {
        return i;
      }
    }
    return -1;
  }

  /** A carriage return with a line feed behind it is one. */
  private static int breaks(String cell) {
    int breaks = 0;
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\n' || (c == '\r' && (i + 1 == cell.length() || cell.charAt(i + 1) != '\n'))) {
        breaks++;
      }
    }
    return breaks;
  }

  private String sentence(UncheckedIOException e) {
    String sign = quote.sign().contains('"') ? "double quote" : "quote";
    String message =
        e.getCause() == null ? String.valueOf(e.getMessage()) : Closing.reason(e.getCause());
    if (message.contains("EOF reached before encapsulated")) {
      return "has a cell that begins with a "
          + sign
          + " which is never closed; a quote inside a quoted cell is written twice";
    }
    if (message.contains("between encapsulated token and delimiter")) {
      return "has text behind a closing "
          + sign
          + "; a quote inside a quoted cell is written twice";
    }
    return "cannot be read: " + message;
  }

  @Override
  public void close() {
    Closing.quietly(parser);
  }
}
