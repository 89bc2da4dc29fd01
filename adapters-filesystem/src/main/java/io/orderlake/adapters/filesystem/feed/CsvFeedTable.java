package io.orderlake.adapters.filesystem.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedTable;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A CSV file with a header row, read by Commons CSV. */
final class CsvFeedTable implements FeedTable {
  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final Array<String> columns;
  private long rows;

  private CsvFeedTable(CSVParser parser, Iterator<CSVRecord> records, Array<String> columns) {
    this.parser = parser;
    this.records = records;
    this.columns = columns;
  }

  /** Reads the header; closes the stream when there is none to use. */
  static Either<String, FeedTable> of(InputStream in) {
    CSVParser parser;
    try {
      parser = CSVParser.parse(new InputStreamReader(in, UTF_8.newDecoder()), FORMAT);
    } catch (IOException e) {
      Closing.quietly(in);
      return Either.left("cannot be read: " + e.getMessage());
    }
    Iterator<CSVRecord> records = parser.iterator();
    return record(parser, records, "the header")
        .flatMap(CsvFeedTable::columns)
        .peekLeft(problem -> Closing.quietly(parser))
        .map(columns -> new CsvFeedTable(parser, records, columns));
  }

  private static Either<String, Array<String>> columns(Option<CSVRecord> header) {
    if (header.isEmpty()) {
      return Either.left("it is empty; expected a header row with the columns' names");
    }
    Array<String> columns = Array.ofAll(header.get()).map(String::strip);
    Array<String> named = columns.reject(String::isEmpty);
    return named.distinct().size() == named.size()
        ? Either.right(columns)
        : Either.left("two columns have one name: " + columns.mkString("'", "', '", "'"));
  }

  @Override
  public Seq<String> columns() {
    return columns;
  }

  @Override
  public Either<String, Option<FeedRow>> next() {
    rows++;
    return record(parser, records, "row " + rows).flatMap(this::row);
  }

  private Either<String, Option<FeedRow>> row(Option<CSVRecord> read) {
    if (read.isEmpty()) {
      return Either.right(Option.none());
    }
    Array<String> cells = Array.ofAll(read.get());
    if (cells.size() > columns.size()) {
      return Either.left(
          "row %s (line %s) has %s cells but there are %s columns; a cell with a comma must stand in double quotes"
              .formatted(rows, parser.getCurrentLineNumber(), cells.size(), columns.size()));
    }
    return Either.right(Option.of(new FeedRow(rows, cells.padTo(columns.size(), ""))));
  }

  private static Either<String, Option<CSVRecord>> record(
      CSVParser parser, Iterator<CSVRecord> records, String what) {
    try {
      return Either.right(records.hasNext() ? Option.of(records.next()) : Option.none());
    } catch (UncheckedIOException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String why =
          cause instanceof CharacterCodingException
              ? "is not UTF-8"
              : "is not CSV: " + cause.getMessage();
      return Either.left(what + " (line " + (parser.getCurrentLineNumber() + 1) + ") " + why);
    }
  }

  @Override
  public void close() {
    Closing.quietly(parser);
  }
}
