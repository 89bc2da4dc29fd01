package io.orderlake.adapters.filesystem.feed.workbook;

import io.orderlake.domain.feed.CellKind;
import io.orderlake.domain.feed.FeedRow;
import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.notation.CellText;
import io.vavr.collection.Array;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The rows of a sheet whose cells are not all blank, under the first of them or given names. */
final class SheetTable implements FeedTable {
  private final ReadableWorkbook workbook;
  private final Stream<Row> stream;
  private final Iterator<Row> rows;
  private final Option<String> note;
  private Array<String> columns = Array.empty();
  private long line;
  private long number;

  /**
   * Reads nothing yet.
   *
   * @param workbook is closed with the table
   * @param note what was chosen in opening it
   */
  SheetTable(ReadableWorkbook workbook, Sheet sheet, Option<String> note) throws IOException {
    this.workbook = workbook;
    this.stream = sheet.openStream();
    this.rows = stream.iterator();
    this.note = note;
  }

  /** With those names, or those in its first row; closes the table when there is none to use. */
  Either<String, FeedTable> named(Option<Seq<String>> names) {
    if (names.isDefined()) {
      columns = names.get().map(CellText::clean).toArray();
      return Either.right(this);
    }
    return read("the header")
        .flatMap(row -> row.toEither("it has no header row with the columns' names"))
        .peekLeft(problem -> close())
        .map(
            header -> {
              columns = header.cells().map(CellText::clean).toArray();
              number = 0;
              return this;
            });
  }

  @Override
  public Seq<String> columns() {
    return columns;
  }

  @Override
  public Option<Character> delimiter() {
    return Option.none();
  }

  @Override
  public Option<String> note() {
    return note;
  }

  @Override
  public Either<String, Option<FeedRow>> next() {
    return read("row " + (number + 1));
  }

  /** The next row that is not blank. Whatever the library makes of a broken sheet is a sentence. */
  private Either<String, Option<FeedRow>> read(String what) {
    try {
      while (rows.hasNext()) {
        Row row = rows.next();
        line = Math.max(row.getRowNum(), line + 1);
        FeedRow read = row(row);
        if (read.cells().exists(cell -> !CellText.clean(cell).isEmpty())) {
          number++;
          return checked(what, read);
        }
      }
      return Either.right(Option.none());
    } catch (RuntimeException e) {
      return Either.left(
          what
              + " (behind line "
              + line
              + ") cannot be read: "
              + e.getMessage()
              + "; save the workbook anew with Excel, or the sheet as CSV (UTF-8), and publish that");
    }
  }

  private FeedRow row(Row row) {
    List<String> cells = new ArrayList<>(row.getCellCount());
    List<CellKind> kinds = new ArrayList<>(row.getCellCount());
    for (@Nullable Cell cell : row) {
      TypedCell typed = TypedCell.of(cell);
      cells.add(typed.text());
      kinds.add(typed.kind());
    }
    return new FeedRow(number + 1, line, Array.ofAll(cells), Array.ofAll(kinds));
  }

  private static Either<String, Option<FeedRow>> checked(String what, FeedRow row) {
    return row.cells().exists(cell -> cell.indexOf(0) >= 0)
        ? Either.left(what + " (line " + row.line() + ") has a NUL character, which no text has")
        : Either.right(Option.some(row));
  }

  @Override
  public void close() {
    try (workbook) {
      stream.close();
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(SheetTable.class)
          .warn("a workbook that was read could not be closed", e);
    }
  }
}
