package io.orderlake.answers.text;

import io.orderlake.domain.text.SafeText;
import io.vavr.collection.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** Comma-separated values (RFC 4180), for a spreadsheet or for a program. */
public final class Csv {
  /** What a spreadsheet takes for a formula: after OWASP's "CSV Injection", with wide forms. */
  private static final Pattern FORMULA =
      Pattern.compile(
          "\\p{Z}*[=+\\-@\\u2212\\uFE62\\uFE63\\uFE66\\uFE6B\\uFF0B\\uFF0D\\uFF1D\\uFF20].*");

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+([.][0-9]+)?");

  /** In a country where another sign stands between cells, quotes keep a text in one of them. */
  private static final Pattern SEPARATOR = Pattern.compile(".*[;|\t].*");

  private static final CSVFormat FORMAT = CSVFormat.RFC4180;
  private static final CSVFormat QUOTED =
      CSVFormat.RFC4180.builder().setQuoteMode(QuoteMode.NON_NUMERIC).get();

  private Csv() {}

  /**
   * A row.
   *
   * @param cells numbers, and texts that may come from anywhere
   */
  public record Row(List<Object> cells) {
    public static Row of(Object... cells) {
      return new Row(List.of(cells));
    }
  }

  /**
   * For a spreadsheet: a text that one would take for a formula gets an apostrophe before it, what
   * is invisible is a dot. Numbers stay as they are.
   */
  public static Document guarded(List<Row> rows) {
    return new Document(rows.map(row -> line(row.cells().map(Csv::guarded))));
  }

  /** For a program: every text as it is stored. */
  public static Document raw(List<Row> rows) {
    return Document.asStored(rows.map(row -> line(row.cells())));
  }

  private static String line(List<Object> cells) {
    boolean parted = cells.exists(cell -> SEPARATOR.matcher(cell.toString()).matches());
    return (parted ? QUOTED : FORMAT).format(cells.toJavaArray());
  }

  private static Object guarded(Object cell) {
    if (!(cell instanceof String text)) {
      return cell;
    }
    String shown = SafeText.line(text);
    boolean runs = FORMULA.matcher(shown).matches() && !NUMBER.matcher(shown).matches();
    return runs ? "'" + shown : shown;
  }
}
