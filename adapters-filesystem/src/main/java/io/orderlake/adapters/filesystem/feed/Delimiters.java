package io.orderlake.adapters.filesystem.feed;

import io.orderlake.domain.feed.TableLayout;
import io.orderlake.domain.notation.CellText;
import io.vavr.collection.List;
import io.vavr.collection.Seq;
import io.vavr.control.Either;
import io.vavr.control.Option;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds out what separates a table's cells. */
final class Delimiters {
  /** As spreadsheets write it above the header. */
  private static final Pattern DECLARED =
      Pattern.compile(
          "\\A\"?sep=(.)\"?[^\\S\\r\\n]*(\\r\\n|\\r|\\n|\\z)", Pattern.CASE_INSENSITIVE);

  private static final List<Character> USUAL = List.of(',', ';', '\t', '|');
  private static final int ROWS = 20;

  private Delimiters() {}

  /**
   * A delimiter.
   *
   * @param declared characters of the line above the header that names it; 0 when there is none
   */
  record Found(char delimiter, int declared) {}

  /** Cells of the first rows under one delimiter. */
  private record Trial(char delimiter, List<List<String>> rows) {
    List<String> header() {
      return rows.headOption().getOrElse(List.empty());
    }

    int width() {
      return header().size();
    }

    long matches(TableLayout layout) {
      return layout.expected().count(name -> header().contains(name));
    }

    boolean isEven() {
      return width() > 1 && rows.forAll(row -> row.size() == width());
    }
  }

  /**
   * By what the table says of itself, what is known of it, its header, or the shape of its rows.
   */
  static Either<String, Found> of(String beginning, TableLayout layout) {
    Matcher declared = DECLARED.matcher(beginning);
    if (declared.find()) {
      return said(declared.group(1).charAt(0), declared.end(), layout.quote());
    }
    if (layout.delimiter().isDefined()) {
      return said(layout.delimiter().get(), 0, layout.quote());
    }
    List<Trial> trials =
        USUAL
            .removeAll(layout.quote().sign())
            .map(delimiter -> trial(delimiter, layout.quote(), beginning));
    return named(trials, layout)
        .orElse(() -> counted(trials, layout))
        .orElse(() -> only(trials.filter(trial -> trial.width() > 1)))
        .orElse(() -> widest(trials.filter(Trial::isEven)))
        .map(trial -> Either.<String, Found>right(new Found(trial.delimiter, 0)))
        .getOrElse(
            () ->
                trials.exists(trial -> trial.width() > 1)
                    ? Either.left(unclear(trials.filter(trial -> trial.width() > 1)))
                    : single(layout.quote()));
  }

  private static Option<Trial> named(List<Trial> trials, TableLayout layout) {
    long most = trials.map(trial -> trial.matches(layout)).max().getOrElse(0L);
    return most == 0
        ? Option.none()
        : widest(trials.filter(trial -> trial.matches(layout) == most));
  }

  private static Either<String, Found> said(char delimiter, int declared, TableLayout.Quote quote) {
    return quote.sign().contains(delimiter)
        ? Either.left(
            "its cells cannot be separated by "
                + shown(delimiter)
                + " and stand in it; say another --delimiter or --quote")
        : Either.right(new Found(delimiter, declared));
  }

  /** Of a table that has one column, as far as can be seen. */
  private static Either<String, Found> single(TableLayout.Quote quote) {
    return quote
        .sign()
        .filter(USUAL::contains)
        .map(
            sign ->
                Either.<String, Found>left(
                    "nothing separates its cells where they stand in "
                        + shown(sign)
                        + ", as --quote says; say another --quote, or what separates them with"
                        + " --delimiter"))
        .getOrElse(() -> Either.right(new Found(USUAL.head(), 0)));
  }

  /** The one under which there are as many columns as there are names. */
  private static Option<Trial> counted(List<Trial> trials, TableLayout layout) {
    return layout
        .names()
        .filter(names -> names.size() > 1)
        .flatMap(names -> only(trials.filter(trial -> trial.width() == names.size())));
  }

  private static Option<Trial> only(List<Trial> trials) {
    return trials.size() == 1 ? trials.headOption() : Option.none();
  }

  private static Option<Trial> widest(List<Trial> trials) {
    int width = trials.map(Trial::width).max().getOrElse(0);
    return only(trials.filter(trial -> trial.width() == width));
  }

  private static String unclear(Seq<Trial> trials) {
    return "it is not clear what separates the columns: "
        + trials.map(trial -> shown(trial.delimiter)).mkString(" or ")
        + "; say it with --delimiter";
  }

  static String shown(char delimiter) {
    return delimiter == '\t' ? "a tab" : "'" + delimiter + "'";
  }

  private static Trial trial(char delimiter, TableLayout.Quote quote, String text) {
    List<List<String>> rows = List.empty();
    CSVFormat format = CsvFeedTable.format(delimiter, quote);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      Iterator<CSVRecord> records = parser.iterator();
      while (rows.size() < ROWS && records.hasNext()) {
        List<String> cells = List.ofAll(records.next()).map(CellText::clean);
        List<String> filled = cells.reverse().dropWhile(String::isEmpty).reverse();
        if (filled.nonEmpty()) {
          rows = rows.append(rows.isEmpty() ? cells : padded(filled, rows.head().size()));
        }
      }
    } catch (UncheckedIOException | IOException e) {
      // What was read before shows the shape; reading the table says what is wrong.
      return new Trial(delimiter, rows);
    }
    return new Trial(delimiter, rows);
  }

  private static List<String> padded(List<String> cells, int size) {
    return cells.padTo(size, "");
  }
}
