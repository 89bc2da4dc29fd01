package io.orderlake.adapters.filesystem.feed.workbook;

import io.orderlake.domain.feed.FeedTable;
import io.orderlake.domain.text.NearMiss;
import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** An Excel workbook (xlsx) whose sheets with cells are known. */
public final class Workbook {
  private final WorkbookBytes bytes;
  private final Contents contents;
  private final Bounds bounds;
  private Set<String> measured = HashSet.empty();

  private Workbook(WorkbookBytes bytes, Contents contents, Bounds bounds) {
    this.bytes = bytes;
    this.contents = contents;
    this.bounds = bounds;
  }

  /** The workbook in those bytes; or the sentence that says why it is none that can be read. */
  public static Either<String, Workbook> of(WorkbookBytes bytes) {
    try (Archive parts = Archive.open(bytes.open())) {
      Contents contents = Contents.of(parts);
      return Either.right(new Workbook(bytes, contents, Bounds.of(parts, contents)));
    } catch (IOException | RuntimeException e) {
      return Either.left(sentence(e));
    }
  }

  /** Whatever a broken archive makes the libraries throw is a sentence. */
  private static String sentence(Exception e) {
    String message = String.valueOf(e.getMessage());
    return message.startsWith("it is ") || message.startsWith("it has no sheet")
        ? message
        : "it is an Excel workbook (xlsx) that cannot be read: "
            + message
            + "; save it anew with Excel, or the sheet as CSV (UTF-8), and publish that";
  }

  /**
   * Opens a sheet as a table.
   *
   * @param name the sheet's; none for the first that is not hidden
   * @param columns their names when no row has them; none for those in the first row
   * @return the table, to be closed; or the sentence that says why there is none
   */
  public Either<String, FeedTable> table(Option<String> name, Option<Seq<String>> columns) {
    return chosen(name).flatMap(sheet -> opened(sheet, name.isDefined(), columns));
  }

  private Either<String, Contents.SheetPart> chosen(Option<String> name) {
    return name.isEmpty()
        ? Either.right(
            contents
                .sheets()
                .find(sheet -> !sheet.hidden())
                .getOrElse(() -> contents.sheets().head()))
        : contents
            .sheets()
            .find(sheet -> sheet.name().equals(name.get()))
            .orElse(() -> contents.sheets().find(s -> s.name().equalsIgnoreCase(name.get())))
            .toEither(() -> absent(name.get()));
  }

  private String absent(String name) {
    return "there is no sheet '"
        + name
        + "'"
        + NearMiss.of(name, contents.sheets().map(Contents.SheetPart::name))
            .map(near -> " ('" + near + "'?)")
            .getOrElse("")
        + "; the sheets with cells are "
        + shown();
  }

  private String shown() {
    return contents.sheets().map(sheet -> "'" + sheet.name() + "'").mkString(", ");
  }

  private Either<String, FeedTable> opened(
      Contents.SheetPart sheet, boolean isNamed, Option<Seq<String>> columns) {
    try {
      measure(sheet);
      ReadableWorkbook workbook =
          bytes.read(new ReadingOptions(!contents.styles().isEmpty(), true));
      try {
        Sheet found =
            workbook
                .findSheet(sheet.name())
                .orElseThrow(() -> new Refused("the sheet '" + sheet.name() + "' is not found"));
        return new SheetTable(workbook, found, note(sheet, isNamed)).named(columns);
      } catch (IOException | RuntimeException e) {
        workbook.close();
        throw e;
      }
    } catch (IOException | RuntimeException e) {
      return Either.left(sentence(e));
    }
  }

  private void measure(Contents.SheetPart sheet) throws IOException {
    if (!measured.contains(sheet.part())) {
      try (Archive parts = Archive.open(bytes.open())) {
        bounds.check(parts, sheet);
      }
      measured = measured.add(sheet.part());
    }
  }

  private Option<String> note(Contents.SheetPart sheet, boolean isNamed) {
    return Option.when(
        !isNamed && contents.sheets().size() > 1,
        () ->
            "of the sheets "
                + shown()
                + " '"
                + sheet.name()
                + "' is read; --sheet names another one");
  }
}
