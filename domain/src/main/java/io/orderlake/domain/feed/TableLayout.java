package io.orderlake.domain.feed;

import io.vavr.collection.HashSet;
import io.vavr.collection.Seq;
import io.vavr.collection.Set;
import io.vavr.control.Option;

/**
 * What is known of a table before it is opened.
 *
 * @param delimiter what separates its cells; none to find out
 * @param quote what cells stand in that have delimiters or line breaks in them
 * @param names of the columns of a table that has no header; none for one that has
 * @param sheet the name of a workbook's sheet; none for the first
 * @param expected columns that the header should have, which tell the right delimiter from others
 */
public record TableLayout(
    Option<Character> delimiter,
    Quote quote,
    Option<Seq<String>> names,
    Option<String> sheet,
    Set<String> expected) {
  /** Nothing is known. */
  public static final TableLayout UNKNOWN =
      new TableLayout(Option.none(), Quote.USUAL, Option.none(), Option.none(), HashSet.empty());

  /**
   * What cells can stand in.
   *
   * @param sign written twice for itself inside; none where every sign stands for itself
   * @param isSaid whether somebody has said so
   */
  public record Quote(Option<Character> sign, boolean isSaid) {
    /** The double quote. */
    public static final Quote USUAL = new Quote(Option.some('"'), false);

    public static Quote said(Option<Character> sign) {
      return new Quote(sign, true);
    }
  }

  public TableLayout withDelimiter(Option<Character> sign) {
    return new TableLayout(sign, quote, names, sheet, expected);
  }

  public TableLayout withQuote(Quote sign) {
    return new TableLayout(delimiter, sign, names, sheet, expected);
  }

  public TableLayout withNames(Option<Seq<String>> columns) {
    return new TableLayout(delimiter, quote, columns, sheet, expected);
  }

  public TableLayout withSheet(Option<String> name) {
    return new TableLayout(delimiter, quote, names, name, expected);
  }

  public TableLayout expecting(Set<String> columns) {
    return new TableLayout(delimiter, quote, names, sheet, columns);
  }
}
